import type { Command } from './commands.ts';
import { createDialog } from './dialog.ts';
import { element } from './dom.ts';
import { type Binding, bindings } from './keys.ts';
import type { Labels } from './labels.ts';

/** Makes the list of keys, of those commands only that the page has. Returns what opens it. */
export function createHelp(labels: Labels, isAvailable: (command: Command) => boolean): () => void {
  let dialog: HTMLDialogElement | undefined;
  return () => {
    dialog ??= createDialog('help', labels('help'), labels, table(labels, isAvailable), gestures(labels));
    dialog.showModal();
  };
}

function table(labels: Labels, isAvailable: (command: Command) => boolean): HTMLElement {
  const list = element('dl', { class: 'lectern-keys' });
  for (const binding of bindings.filter(({ command }) => isAvailable(command))) {
    list.append(
      element(
        'div',
        {},
        element('dt', {}, ...chords(binding, labels)),
        element('dd', {}, labels(labelKey(binding.command))),
      ),
    );
  }
  return list;
}

/** The label of a command has its name, in the way labels are written: `full-screen`. */
function labelKey(command: Command): string {
  return command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function chords(binding: Binding, labels: Labels): readonly Node[] {
  return binding.shown.map((chord) => {
    const keys = chord === '+' ? ['+'] : chord.split('+');
    return element('span', { class: 'lectern-chord' }, ...keys.map((key) => element('kbd', {}, keyText(key, labels))));
  });
}

/** Keys with a name are called what the keyboards of the language call them. */
function keyText(key: string, labels: Labels): string {
  return /^[a-z-]{2,}$/.test(key) ? labels(`key-${key}`) : key;
}

function gestures(labels: Labels): HTMLElement {
  return element('p', { class: 'lectern-hint' }, labels('gestures'));
}
