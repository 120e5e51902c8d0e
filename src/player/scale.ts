import type { PageDeck } from './deck.ts';
import type { Store } from './store.ts';

// Below a slide with this much room, the controls stay: they cover nothing.
const roomForControlsPx = 56;

/**
 * Scales the slides to the room they have: the whole window, or one tile of the overview.
 * The style sheet reads `--lectern-scale`.
 */
export function attachScale(deck: PageDeck, store: Store): void {
  const rescale = () => {
    const overview = store.get().mode === 'overview';
    const box = overview ? deck.slides[0]?.element : deck.element;
    if (!box) return;
    const byWidth = box.clientWidth / deck.widthPx;
    const scale = overview ? byWidth : Math.min(byWidth, box.clientHeight / deck.heightPx);
    const root = document.documentElement;
    root.style.setProperty('--lectern-scale', String(scale));
    const roomPx = (box.clientHeight - deck.heightPx * scale) / 2;
    root.toggleAttribute('data-roomy', !overview && roomPx >= roomForControlsPx);
  };
  const observer = new ResizeObserver(rescale);
  observer.observe(deck.element);
  store.listen((state, before) => {
    if (state.mode !== before.mode || state.notes !== before.notes) rescale();
  });
  rescale();
}
