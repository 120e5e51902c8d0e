import { element } from './dom.ts';
import { toggled } from './state.ts';
import type { Store } from './store.ts';

/** The black screen. It lies over everything else; a click lights the slide up again. */
export function attachBlank(store: Store): void {
  const cover = element('div', { class: 'lectern-blank' });
  cover.addEventListener('click', () => store.set(toggled(store.get(), 'blank')));
  document.body.append(cover);
}
