import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { FitFault } from '../model/ports.ts';
import type { Span } from '../model/source.ts';

/** A fault with the place in the lesson that it comes from. */
export interface LocatedFault extends FitFault {
  readonly span: Span | undefined;
}

/**
 * Says what on a slide cannot be seen. `canSplit` says that splitting would help, but is not allowed.
 * Errors: fit/overflow, fit/overlap. Warnings: fit/small-picture, fit/small-text, fit/squeezed-picture.
 */
export function reportFaults(title: string, faults: readonly LocatedFault[], canSplit: boolean): readonly Diagnostic[] {
  return faults.map((fault) => report(title, fault, canSplit));
}

function report(title: string, { kind, rightPx, bottomPx, sizePx, span }: LocatedFault, canSplit: boolean): Diagnostic {
  switch (kind) {
    case 'overflow': {
      const edges = [
        ...(bottomPx > 0 ? [`${bottomPx} px too high`] : []),
        ...(rightPx > 0 ? [`${rightPx} px too wide`] : []),
      ];
      const message = `The slide "${title}" cuts off what stands here: its content is ${edges.join(' and ')}.`;
      return diagnose('fit/overflow', span, message, hintFor(rightPx > 0, canSplit));
    }
    case 'overlap': {
      const message = `On the slide "${title}" this text lies on another one.`;
      return diagnose('fit/overlap', span, message, 'Shorten one of the two, or spread them over two slides.');
    }
    case 'small-picture': {
      const message = `On the slide "${title}" this picture is only ${sizePx} px long: nobody can see what it shows.`;
      return diagnose('fit/small-picture', span, message, 'Give it more room: fewer words, or a slide of its own.');
    }
    case 'squeezed-picture': {
      const message = `On the slide "${title}" this picture is squeezed: it has another shape than its file.`;
      const hint = 'Let the style sheet keep its shape: give it a width or a height alone, or `object-fit: contain`.';
      return diagnose('fit/squeezed-picture', span, message, hint);
    }
    case 'small-text': {
      const message = `On the slide "${title}" text is only ${sizePx} px high: from the back row nobody can read it.`;
      const hint = 'Make it larger, or leave parts of a drawing out; 24 px on the slide are easy to read.';
      return diagnose('fit/small-text', span, message, hint);
    }
  }
}

function hintFor(isWide: boolean, canSplit: boolean): string {
  if (canSplit) return 'With `fit: split` Lectern would spread it over several slides; or say it in fewer words.';
  return isWide
    ? 'Break the line, or leave something out: fewer columns, shorter words.'
    : 'Say it in fewer words, or spread it over two slides.';
}
