import { positionText } from './announce.ts';
import type { PageDeck } from './deck.ts';
import { createDialog } from './dialog.ts';
import { element, pressable } from './dom.ts';
import type { Labels } from './labels.ts';
import { jumped } from './state.ts';
import type { Store } from './store.ts';

/** Makes the dialog that asks for the number of a slide. Returns what opens it. */
export function createGoTo(deck: PageDeck, store: Store, labels: Labels): () => void {
  let open: (() => void) | undefined;
  return () => {
    open ??= build(deck, store, labels);
    open();
  };
}

function build(deck: PageDeck, store: Store, labels: Labels): () => void {
  const total = deck.slides.length;
  const input = element('input', {
    id: 'lectern-go-to-number',
    inputmode: 'numeric',
    enterkeyhint: 'go',
    autocomplete: 'off',
    maxlength: '4',
    size: '4',
    'aria-describedby': 'lectern-go-to-preview',
  });
  const preview = element('p', { id: 'lectern-go-to-preview', class: 'lectern-hint', 'aria-live': 'polite' });
  const go = element('button', { type: 'button', class: 'lectern-primary' }, labels('go'));
  const prompt = element('label', { for: input.id }, labels('slide-number', { total }));
  const field = element('div', { class: 'lectern-field' }, input, go);
  const dialog = createDialog('go-to', labels('go-to'), labels, prompt, field, preview);

  // A number beyond the end goes to the end, as the preview says while it is typed.
  const wanted = () => (/^\d+$/.test(input.value) ? Math.min(Math.max(Number(input.value), 1), total) : undefined);
  const show = () => {
    const number = wanted();
    preview.textContent = number === undefined ? '' : positionText(deck, number - 1, labels);
  };
  const leave = () => {
    const number = wanted();
    dialog.close();
    if (number !== undefined) store.set(jumped(store.get(), { slide: number - 1, step: 0 }, deck.steps));
  };
  input.addEventListener('input', show);
  pressable(go, leave);
  // Not a form: a sandboxed frame refuses to submit one, even to a dialog.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') leave();
  });
  return () => {
    input.value = '';
    show();
    dialog.showModal();
    input.focus();
  };
}
