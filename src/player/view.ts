import type { PageDeck } from './deck.ts';
import type { Store } from './store.ts';

/**
 * Shows the state: which slide and which fragments are visible, and what is out of reach.
 * A slide that is not shown stays laid out, so that it can be measured and appears at once.
 */
export function attachView(deck: PageDeck, store: Store): void {
  store.listen((state) => {
    document.documentElement.dataset.mode = state.mode;
    const overview = state.mode === 'overview';
    deck.slides.forEach((slide, index) => {
      const current = index === state.slide;
      slide.element.toggleAttribute('data-current', current);
      // In the overview a slide is a picture: its button can be reached, its content cannot.
      slide.element.inert = !overview && !(current && state.mode !== 'blank');
      slide.frame.inert = overview;
      for (const fragment of slide.fragments) {
        fragment.element.toggleAttribute('data-lectern-hidden', current && fragment.step > state.step);
      }
    });
  });
  attachPrinting(deck, store);
}

/** What is inert is left out of a tagged PDF, so nothing is while the page is printed. */
function attachPrinting(deck: PageDeck, store: Store): void {
  window.addEventListener('beforeprint', () => {
    for (const slide of deck.slides) {
      slide.element.inert = false;
      slide.frame.inert = false;
    }
  });
  window.addEventListener('afterprint', () => store.refresh());
}
