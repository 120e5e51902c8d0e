import type { PageDeck } from './deck.ts';
import { element } from './dom.ts';
import type { Labels } from './labels.ts';
import type { Store } from './store.ts';

/** The name of a slide with its place, such as `Slide 3 of 12: Joins`. `index` counts from 0. */
export function positionText(deck: PageDeck, index: number, labels: Labels): string {
  const title = deck.slides[index]?.title ?? '';
  const values = { number: index + 1, total: deck.slides.length, title };
  return labels(title === '' ? 'position-untitled' : 'position', values);
}

/** Reads out, for those who do not see it, the slide that appeared or the fragment that was added. */
export function attachAnnouncer(deck: PageDeck, store: Store, labels: Labels): void {
  const region = element('div', { class: 'lectern-unseen', role: 'status', 'aria-live': 'polite' });
  document.body.append(region);
  store.listen((state, before) => {
    if (state.slide !== before.slide || state.mode !== before.mode) {
      const onSlide = state.mode === 'slide';
      region.textContent = onSlide ? positionText(deck, state.slide, labels) : labels(state.mode);
    } else if (state.step > before.step) {
      const shown = deck.slides[state.slide]?.fragments.filter((fragment) => fragment.step === state.step) ?? [];
      region.textContent = shown.map((fragment) => spoken(fragment.element)).join(' ');
    }
  });
}

/** The text of an element as a screen reader would say it: without what is drawn only for the eye. */
function spoken(source: HTMLElement): string {
  const copy = source.cloneNode(true) as HTMLElement;
  for (const unspoken of copy.querySelectorAll('[aria-hidden="true"], annotation, [data-lectern-hidden]'))
    unspoken.remove();
  for (const image of copy.querySelectorAll('img')) image.replaceWith(image.alt);
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
