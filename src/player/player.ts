import { attachAnnouncer } from './announce.ts';
import { attachBlank } from './blank.ts';
import { createCommands } from './commands.ts';
import { attachControls } from './controls.ts';
import { readDeck } from './deck.ts';
import { createGoTo } from './go-to.ts';
import { attachHash } from './hash.ts';
import { createHelp } from './help.ts';
import { attachIdle } from './idle.ts';
import { attachKeys } from './keys.ts';
import { createLabels } from './labels.ts';
import { createNotes } from './notes.ts';
import { attachOverview } from './overview.ts';
import { attachPointer } from './pointer.ts';
import { attachScale } from './scale.ts';
import { createStore } from './store.ts';
import { attachView } from './view.ts';
import { attachWheel } from './wheel.ts';

const root = document.documentElement;
// Set before anything is painted, so that the page of all slides does not flash by.
root.classList.add('lectern-player');
document.addEventListener('DOMContentLoaded', () => {
  try {
    start();
  } catch (error) {
    // Without the class the page shows all slides one below the other, as it does without a script.
    root.classList.remove('lectern-player');
    throw error;
  }
});

function start(): void {
  const deck = readDeck();
  const labels = createLabels(deck.labels);
  const store = createStore();
  const notes = createNotes(deck, store, labels);
  const commands = createCommands(deck, store, {
    openHelp: createHelp(deck, labels, (command) => command in commands),
    openGoTo: createGoTo(deck, store, labels),
    resizeNotes: notes.resize,
  });
  attachView(deck, store);
  attachBlank(store);
  attachControls(deck, store, labels, commands);
  notes.attach(commands);
  attachScale(deck, store);
  attachOverview(deck, store);
  attachAnnouncer(deck, store, labels);
  attachKeys(commands, deck.rightToLeft);
  attachPointer(deck, store, commands);
  attachWheel(deck.element, store, commands);
  attachIdle();
  attachHash(deck, store);
  store.refresh();
}
