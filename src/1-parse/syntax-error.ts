import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';

/** Says in an author's words what the YAML parser found. */
export function syntaxError(source: Source, error: YAMLError): Diagnostic {
  const span = spanOf(source, error);
  const written = source.text.slice(span.start, span.end).trim();
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return diagnose(
        'yaml/duplicate-key',
        span,
        `The key "${written.replace(/:.*$/s, '')}" stands twice in the same mapping.`,
        'Keep one of the two, or indent the second one under the list item that it belongs to.',
      );
    case 'TAB_AS_INDENT':
      return syntax(
        'A line is indented with a tab.',
        'YAML is indented with spaces: set your editor to insert spaces.',
      );
    case 'BAD_INDENT':
      return syntax('The indentation of this line does not fit to the lines above.', 'Align it with its neighbours.');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return syntax(
        'A colon followed by a space makes a key here, where there cannot be one.',
        'Put a text that has a colon in it into quotes.',
      );
    case 'BAD_SCALAR_START':
      return syntax(
        `A text cannot start with "${written.charAt(0)}" unless it is in quotes.`,
        'Put the text into quotes.',
      );
    case 'BAD_DQ_ESCAPE':
      return syntax(
        `"${written}" means nothing in a text in double quotes.`,
        'In double quotes a backslash has to be doubled; in single quotes, or after |, it stands for itself.',
      );
    case 'BAD_ALIAS':
      return syntax('A text that starts with * is read as an alias.', 'Put the text into quotes.');
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return syntax(`The YAML ends or goes on in an unexpected way: ${plainWords(error.message)}.`, quoteHint(error));
    case 'TAG_RESOLVE_FAILED':
      return diagnose(
        'yaml/unsupported',
        span,
        'YAML tags have no meaning in a course file.',
        'Quote a text that starts with "!".',
      );
    case 'MULTIPLE_DOCS':
      return diagnose(
        'yaml/unsupported',
        span,
        'A second YAML document starts here.',
        'Remove the line "---", or put the text in quotes.',
      );
    default:
      return syntax(`The YAML cannot be read here: ${plainWords(error.message)}.`);
  }

  function syntax(message: string, hint?: string): Diagnostic {
    return diagnose('yaml/syntax', span, message, hint);
  }
}

function spanOf(source: Source, error: YAMLError): Span {
  const [start, end] = error.pos;
  const lineEnd = source.text.indexOf('\n', start);
  const stop = Math.min(Math.max(end, start + 1), lineEnd < 0 ? source.text.length : Math.max(lineEnd, start));
  return { file: source.path, start: Math.min(start, source.text.length), end: stop };
}

const plainWords = (message: string): string =>
  message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').replace(/\.$/, '');

function quoteHint(error: YAMLError): string | undefined {
  return /quote|flow|Missing closing/.test(error.message)
    ? 'Look for an opening quote, bracket or brace that is never closed.'
    : undefined;
}
