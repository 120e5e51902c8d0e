import type { Expanded } from '../model/rendered.ts';

/**
 * The Marp Markdown of a deck with its notes as comments, for use with other tools of Marp.
 * Paths of images start at the folder of the course.
 */
export function markdownFile({ markdown, slideLines, notes }: Expanded): string {
  const lines = markdown.split('\n');
  // From the last slide to the first, so that line numbers stay right.
  for (let at = slideLines.length - 1; at >= 0; at -= 1) {
    const note = notes[at] ?? '';
    if (note !== '') lines.splice(slideLines[at]?.end ?? lines.length, 0, '', ...notesComment(note));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/**
 * Marp reads a comment that looks like YAML as settings of the slide. The first line makes it text whatever follows,
 * because a mapping cannot begin inside of a text that goes over several lines.
 */
function notesComment(note: string): string[] {
  const safe = note.replaceAll(/--(!?)>/g, '--$1&gt;');
  return ['<!--', 'Notes', '', ...safe.split('\n').map((line) => (line === '' ? '' : `  ${line}`)), '-->'];
}
