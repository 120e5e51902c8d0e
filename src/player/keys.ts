import type { Command, Commands } from './commands.ts';

/**
 * Keys of one command. `shown` is what help lists: one chord after the other, keys of a chord joined by `+`.
 * A name such as `page-up` is written as the language calls the key.
 */
export interface Binding {
  readonly command: Command;
  readonly keys: readonly string[];
  readonly shown: readonly string[];
}

/**
 * The keys, in the order in which help lists them.
 * Source: Marp CLI's HTML player and reveal.js; PageUp, PageDown, "." and Escape are what presenter remotes send.
 */
export const bindings: readonly Binding[] = [
  {
    command: 'next',
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space'],
    shown: ['arrow-right', 'arrow-down', 'page-down', 'space'],
  },
  {
    command: 'previous',
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+Space'],
    shown: ['arrow-left', 'arrow-up', 'page-up', 'shift+space'],
  },
  {
    command: 'nextSlide',
    keys: ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+PageDown'],
    shown: ['shift+arrow-right'],
  },
  { command: 'previousSlide', keys: ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+PageUp'], shown: ['shift+arrow-left'] },
  { command: 'first', keys: ['Home'], shown: ['home'] },
  { command: 'last', keys: ['End'], shown: ['end'] },
  { command: 'goTo', keys: ['g'], shown: ['G'] },
  { command: 'overview', keys: ['o', 'Escape'], shown: ['O', 'escape'] },
  { command: 'fullScreen', keys: ['f'], shown: ['F'] },
  { command: 'blank', keys: ['b', '.'], shown: ['B'] },
  { command: 'notes', keys: ['p'], shown: ['P'] },
  { command: 'notesLarger', keys: ['+', '='], shown: ['+'] },
  { command: 'notesSmaller', keys: ['-'], shown: ['-'] },
  { command: 'help', keys: ['?'], shown: ['?'] },
];

const byKey = new Map(bindings.flatMap((binding) => binding.keys.map((key) => [key, binding.command] as const)));
const repeatable = new Set<Command>(['next', 'previous', 'nextSlide', 'previousSlide']);

/** Carries out commands on key presses, unless something on the page has a better use for the key. */
export function attachKeys(commands: Commands, rightToLeft: boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') || belongsToTarget(event)) return;
    const command = byKey.get(keyName(event, rightToLeft));
    const run = command && commands[command];
    if (!run) return;
    event.preventDefault();
    if (!event.repeat || repeatable.has(command)) run();
  });
}

/** How a key is called in {@link bindings}: letters in lower case, named keys with their Shift. */
function keyName(event: KeyboardEvent, rightToLeft: boolean): string {
  const { key } = event;
  if (key.length === 1 && key !== ' ') {
    // On a Cyrillic, Greek or Hebrew keyboard the letter is another, the place is the same.
    const isLatin = key <= '\u007f';
    return (isLatin ? key : event.code.replace(/^Key/, '')).toLowerCase();
  }
  const name = key === ' ' ? 'Space' : rightToLeft ? mirrored(key) : key;
  return event.shiftKey ? `Shift+${name}` : name;
}

function mirrored(key: string): string {
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}

/** A field takes every key, a button or link the keys that press it, a text to scroll the keys that scroll it. */
function belongsToTarget(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  // A dialog that has just been closed keeps the focus until the next frame.
  if (target.closest('dialog')) return false;
  if (target.closest('input, textarea, select, [contenteditable], audio, video')) return true;
  if (event.key === ' ' || event.key === 'Enter') return target.closest('a[href], button, summary') !== null;
  return (
    event.key !== 'Escape' && /^(Arrow|Page|Home|End)/.test(event.key) && target.closest('[data-scrolls]') !== null
  );
}
