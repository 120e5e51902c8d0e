import { decodeHash, formatHash, parseHash } from './address.ts';
import type { PageDeck } from './deck.ts';
import { jumped, type Position } from './state.ts';
import type { Store } from './store.ts';

/**
 * Keeps the address and the state together, both ways. What is written is the slide's id: it still leads to the slide
 * after others were put before it, and works without this script.
 */
export function attachHash(deck: PageDeck, store: Store): void {
  const ids = deck.slides.map((slide) => slide.id);
  const read = () => {
    const position = parseHash(location.hash, ids) ?? slideAround(location.hash, deck);
    if (position) store.set(jumped(store.get(), position, deck.steps));
  };
  read();
  window.addEventListener('hashchange', read);
  store.listen((state, before) => {
    const id = ids[state.slide];
    if (id === undefined || (state.slide === before.slide && state.step === before.step)) return;
    write(formatHash(id, state.step));
  });
}

/** The slide that holds what a link within the deck leads to, such as a heading. */
function slideAround(hash: string, deck: PageDeck): Position | undefined {
  const target = document.getElementById(decodeHash(hash));
  const slide = deck.slides.findIndex(({ frame }) => frame.contains(target));
  return target && slide >= 0 ? { slide, step: 0 } : undefined;
}

function write(hash: string): void {
  try {
    // Not pushed: "back" leaves the deck instead of going through every slide again.
    history.replaceState(history.state, '', hash);
  } catch {
    // A frame without an address of its own, or Safari's limit of 100 changes in 10 seconds. Only the link is older then.
  }
}
