import type { Command, Commands } from './commands.ts';
import type { PageDeck } from './deck.ts';
import { element, type Icon, iconButton, pressable } from './dom.ts';
import type { Labels } from './labels.ts';
import type { Store } from './store.ts';

/** Adds the buttons under the slide, the counter among them, and the line that shows how far one is. */
export function attachControls(deck: PageDeck, store: Store, labels: Labels, commands: Commands): void {
  const button = (command: Command & Icon, label: string): HTMLButtonElement | undefined => {
    const run = commands[command];
    return run && iconButton(command, label, run);
  };
  const previous = button('previous', labels('previous'));
  const next = button('next', labels('next'));
  const counter = element('button', { type: 'button', class: 'lectern-counter', title: labels('go-to') });
  pressable(counter, () => commands.goTo?.());
  const ofSlide = [previous, counter, next, button('notes', labels('notes'))].filter(isThere);
  for (const each of ofSlide) each.dataset.forSlide = '';
  const ofDeck = [
    button('overview', labels('overview')),
    button('fullScreen', labels('full-screen')),
    button('help', labels('help')),
  ].filter(isThere);
  const progress = element('div', { class: 'lectern-progress', 'aria-hidden': 'true' });
  const bar = element('nav', { class: 'lectern-controls', 'aria-label': labels('controls') }, ...ofSlide, ...ofDeck);
  document.body.append(progress, bar);
  store.listen((state) => {
    const total = deck.slides.length;
    const place = `${state.slide + 1} / ${total}`;
    counter.textContent = place;
    counter.setAttribute('aria-label', `${labels('go-to')}: ${place}`);
    // Not disabled: a button that is would drop the focus, and a keyboard user with it.
    previous?.setAttribute('aria-disabled', String(state.slide === 0 && state.step === 0));
    next?.setAttribute('aria-disabled', String(state.mode === 'end'));
    progress.style.setProperty('--lectern-progress', String(total > 1 ? state.slide / (total - 1) : 1));
  });
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
