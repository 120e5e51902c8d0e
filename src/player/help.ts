import type { Command } from './commands.ts';
import type { PageDeck } from './deck.ts';
import { createDialog } from './dialog.ts';
import { drawing, element } from './dom.ts';
import { bindings } from './keys.ts';
import type { Labels } from './labels.ts';

/** Makes the list of keys, of those commands only that the page has. Returns what opens it. */
export function createHelp(deck: PageDeck, labels: Labels, isAvailable: (command: Command) => boolean): () => void {
  let dialog: HTMLDialogElement | undefined;
  return () => {
    dialog ??= createDialog('help', labels('help'), labels, table(deck, labels, isAvailable), gestures(labels));
    dialog.showModal();
  };
}

function table(deck: PageDeck, labels: Labels, isAvailable: (command: Command) => boolean): HTMLElement {
  const list = element('dl', { class: 'lectern-keys' });
  for (const { command, shown } of bindings.filter((binding) => isAvailable(binding.command))) {
    const keys = element('dt', {}, ...shown.map((chord) => chordElement(deck, labels, chord)));
    list.append(element('div', {}, keys, element('dd', {}, labels(labelKey(command)))));
  }
  return list;
}

/** The label of a command has its name, in the way labels are written: `full-screen`. */
function labelKey(command: Command): string {
  return command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function chordElement(deck: PageDeck, labels: Labels, chord: string): HTMLElement {
  const keys = chord === '+' ? ['+'] : chord.split('+');
  return element('span', { class: 'lectern-chord' }, ...keys.map((key) => keyElement(deck, labels, key)));
}

function keyElement(deck: PageDeck, labels: Labels, key: string): HTMLElement {
  switch (key) {
    case 'arrow-up':
    case 'arrow-down':
      return arrow(labels, key);
    case 'arrow-left':
      return arrow(labels, deck.rightToLeft ? 'arrow-right' : key);
    case 'arrow-right':
      return arrow(labels, deck.rightToLeft ? 'arrow-left' : key);
    default:
      return element('kbd', {}, key.length > 1 ? labels(`key-${key}`) : key);
  }
}

/** An arrow is drawn: the fonts of a deck hold only the characters that are on its slides. */
function arrow(labels: Labels, key: 'arrow-up' | 'arrow-down' | 'arrow-left' | 'arrow-right'): HTMLElement {
  return element('kbd', {}, drawing(key), element('span', { class: 'lectern-unseen' }, labels(`key-${key}`)));
}

function gestures(labels: Labels): HTMLElement {
  return element('p', { class: 'lectern-hint' }, labels('gestures'));
}
