import type { Commands } from './commands.ts';
import type { PageDeck } from './deck.ts';
import { element, iconButton } from './dom.ts';
import type { Labels } from './labels.ts';
import type { Store } from './store.ts';

const sizesRem = [0.875, 1, 1.125, 1.25, 1.5, 1.75, 2] as const;
const usualSize = 2;

/** The notes beside the slide. */
export interface NotesPanel {
  resize(direction: 1 | -1): void;
  /** Adds the panel to the page; its buttons need commands, which need the panel. */
  attach(commands: Commands): void;
}

/** Makes the panel of an instructor's copy. It is filled when it is first opened, never with more than the page has. */
export function createNotes(deck: PageDeck, store: Store, labels: Labels): NotesPanel {
  const text = element('div', { class: 'lectern-notes-text', tabindex: '0', 'data-scrolls': '' });
  let size: number = usualSize;
  const resize = (direction: 1 | -1) => {
    size = Math.min(Math.max(size + direction, 0), sizesRem.length - 1);
    text.style.fontSize = `${sizesRem[size]}rem`;
  };
  const show = () => {
    const { slide } = store.get();
    const notes = [...(deck.slides[slide]?.notes?.childNodes ?? [])].map(copyOf);
    text.replaceChildren(...(notes.length > 0 ? notes : [element('p', { class: 'lectern-hint' }, labels('no-notes'))]));
    text.scrollTop = 0;
  };
  return {
    resize,
    attach: (commands) => {
      if (!deck.hasNotes) return;
      const next = element('p', { class: 'lectern-notes-next' });
      const panel = element('aside', { class: 'lectern-notes-panel', 'aria-label': labels('notes') });
      panel.append(head(labels, commands), text, next);
      text.setAttribute('aria-label', labels('notes'));
      text.setAttribute('role', 'region');
      document.body.append(panel);
      resize(1);
      resize(-1);
      store.listen((state, before) => {
        document.documentElement.toggleAttribute('data-notes', state.notes);
        if (!state.notes || (before.notes && state.slide === before.slide)) return;
        show();
        const title = deck.slides[state.slide + 1]?.title ?? '';
        next.textContent = title === '' ? '' : labels('up-next', { title });
      });
    },
  };
}

/**
 * A copy with ids of its own: what a drawing is painted with is looked for in the first element with an id, and not found
 * in a part of the page that is hidden.
 */
function copyOf(node: Node): Node {
  const copy = node.cloneNode(true);
  const parts = copy instanceof Element ? copy.querySelectorAll('svg.figure, svg.figure *') : [];
  for (const { attributes } of parts) {
    for (const attribute of attributes) attribute.value = attribute.value.replaceAll(/(^|#)figure-/g, '$1figure-copy-');
  }
  return copy;
}

function head(labels: Labels, commands: Commands): HTMLElement {
  const bar = element('div', { class: 'lectern-notes-head' }, element('h2', {}, labels('notes')));
  bar.append(
    iconButton('smaller', labels('notes-smaller'), () => commands.notesSmaller?.()),
    iconButton('larger', labels('notes-larger'), () => commands.notesLarger?.()),
    iconButton('close', labels('close'), () => commands.notes?.()),
  );
  return bar;
}
