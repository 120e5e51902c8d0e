import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Deck } from '../model/deck.ts';
import type { NotShown } from '../model/ports.ts';

/** Why the browser gave nothing of a deck. Errors: browser/missing, browser/failed, deck/external-request. */
export function notShown(deck: Deck, shown: NotShown): Diagnostic {
  const place = deck.section.title.span;
  switch (shown.kind) {
    case 'failed': {
      const message = `The browser could not print the deck "${deck.id}": ${shown.reason}`;
      return diagnose('browser/failed', place, message, 'Run `lectern doctor`.');
    }
    case 'blocked': {
      const message = `The deck "${deck.id}" asks for what is not inside it: ${shown.urls.slice(0, 3).join(', ')}`;
      const hint = 'Put what is asked for into the course folder, and write its path there.';
      return diagnose('deck/external-request', place, message, hint);
    }
    case 'no-browser': {
      const message = `PDFs cannot be printed: ${shown.reason}`;
      return diagnose('browser/missing', undefined, message, 'Run `lectern doctor --fix` to get a browser.');
    }
  }
}
