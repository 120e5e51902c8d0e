import { element, iconButton } from './dom.ts';
import type { Labels } from './labels.ts';

/**
 * A dialog in the middle of the window. The browser keeps the focus inside, closes it on Escape and
 * gives the focus back. A click beside it closes it too.
 */
export function createDialog(
  name: string,
  title: string,
  labels: Labels,
  ...content: readonly Node[]
): HTMLDialogElement {
  const titleId = `lectern-${name}-title`;
  const dialog = element('dialog', { class: `lectern-dialog lectern-${name}`, 'aria-labelledby': titleId });
  const head = element('div', { class: 'lectern-dialog-head' }, element('h2', { id: titleId }, title));
  head.append(iconButton('close', labels('close'), () => dialog.close()));
  dialog.append(element('div', { class: 'lectern-dialog-box' }, head, ...content));
  dialog.addEventListener('click', (event) => {
    // The box fills the dialog, so what is hit outside of it is the backdrop.
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
