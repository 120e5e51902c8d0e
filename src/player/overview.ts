import type { PageDeck } from './deck.ts';
import { element } from './dom.ts';
import { jumped } from './state.ts';
import type { Store } from './store.ts';

/**
 * The grid of all slides. The slides themselves are laid out anew as tiles, not copies of them: ids stay unique
 * and a deck does not grow. Each tile has a button that covers it; arrow keys go from tile to tile.
 */
export function attachOverview(deck: PageDeck, store: Store): void {
  const buttons = deck.slides.map((slide, index) => {
    const button = element('button', { type: 'button', class: 'lectern-tile' });
    button.append(
      element('span', { class: 'lectern-tile-number' }, String(index + 1)),
      ' ',
      element('span', {}, slide.title),
    );
    button.addEventListener('click', () => store.set(jumped(store.get(), { slide: index, step: 0 }, deck.steps)));
    slide.element.append(button);
    return button;
  });
  store.listen((state, before) => {
    if (state.mode === before.mode) return;
    if (state.mode === 'overview') {
      buttons.forEach((button, index) => {
        button.toggleAttribute('aria-current', index === state.slide);
      });
      const current = buttons[state.slide];
      current?.scrollIntoView({ block: 'center' });
      current?.focus({ preventScroll: true });
    } else if (before.mode === 'overview') {
      deck.element.scrollTop = 0;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }
  });
  // Before the keys of the slides, which listen on the document.
  deck.element.addEventListener('keydown', (event) => {
    if (store.get().mode !== 'overview' || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = buttons.findIndex((button) => button.matches(':focus'));
    const step = tileStep(event.key, buttons, deck.rightToLeft);
    // With the focus on a link, the keys are not for the tiles.
    if (step === undefined || from < 0) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + step, 0), buttons.length - 1);
    buttons[to]?.focus();
  });
}

/** How many tiles a key goes on; undefined for other keys. */
function tileStep(key: string, buttons: readonly HTMLElement[], rightToLeft: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return rightToLeft ? -1 : 1;
    case 'ArrowLeft':
      return rightToLeft ? 1 : -1;
    case 'ArrowDown':
      return columns(buttons);
    case 'ArrowUp':
      return -columns(buttons);
    case 'Home':
      return -buttons.length;
    case 'End':
      return buttons.length;
    default:
      return undefined;
  }
}

/** Tiles in the first row. */
function columns(buttons: readonly HTMLElement[]): number {
  const top = buttons[0]?.getBoundingClientRect().top;
  const second = buttons.findIndex((button) => button.getBoundingClientRect().top !== top);
  return second < 0 ? buttons.length : second;
}
