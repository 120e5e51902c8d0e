import type { PageDeck } from './deck.ts';
import { type Move, moved, toggled } from './state.ts';
import type { Store } from './store.ts';

/** All that a key or a button can ask for. */
export type Command =
  | Move
  | 'overview'
  | 'blank'
  | 'fullScreen'
  | 'goTo'
  | 'notes'
  | 'notesLarger'
  | 'notesSmaller'
  | 'help';

/** What each command does. A command that this page or this browser cannot carry out is absent. */
export type Commands = Readonly<Partial<Record<Command, () => void>>>;

/** The parts that commands act upon, besides the state. */
export interface CommandTargets {
  readonly openHelp: () => void;
  readonly openGoTo: () => void;
  readonly resizeNotes: (direction: 1 | -1) => void;
}

/** Ties commands to the state. Notes can be asked for only where there are any, full screen only where it is allowed. */
export function createCommands(deck: PageDeck, store: Store, targets: CommandTargets): Commands {
  const move = (name: Move) => () => store.set(moved(store.get(), name, deck.steps));
  const toggleNotes = () => store.set({ ...store.get(), notes: !store.get().notes });
  return {
    next: move('next'),
    previous: move('previous'),
    nextSlide: move('nextSlide'),
    previousSlide: move('previousSlide'),
    first: move('first'),
    last: move('last'),
    overview: () => store.set(toggled(store.get(), 'overview')),
    blank: () => store.set(toggled(store.get(), 'blank')),
    goTo: targets.openGoTo,
    help: targets.openHelp,
    ...(document.fullscreenEnabled && { fullScreen: toggleFullScreen }),
    ...(deck.hasNotes && {
      notes: toggleNotes,
      notesLarger: () => targets.resizeNotes(1),
      notesSmaller: () => targets.resizeNotes(-1),
    }),
  };
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // Refused by the browser or by the frame around the deck: the deck stays as it is, which the reader sees.
  change.catch(() => undefined);
}
