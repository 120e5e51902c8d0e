/** Words of Mermaid itself, which are not drawn. Source: mermaid.js.org, "Diagram Syntax". */
const keywords = new Set(
  `activate actor alt and as autonumber axis bar BT box break choice class classDef click create critical cssClass deactivate
  default destroy direction else end flowchart for fork FK graph href join left line link linkStyle links loop LR namespace
  note of opt over par participant PK rect rgb rgba right RL state style subgraph TB TD title UK`
    .toLowerCase()
    .split(/\s+/),
);

/** Lines about looks, and comments. */
const silent = /^(%%|classDef|class\s+[\w,\s]+\s\w+$|style|linkStyle|click|direction|accTitle|accDescr)/;

/**
 * The first word of a diagram that its drawing does not have, or undefined. What beautiful-mermaid does not know it leaves
 * out without a word, such as the notes of a state diagram.
 * beautiful-mermaid 1.1.3: https://github.com/lukilabs/beautiful-mermaid
 */
export function lostWord(diagram: string, drawing: string): string | undefined {
  const [, ...lines] = diagram.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  const drawn = textsOf(drawing);
  return lines
    .map((line) => line.trim())
    .filter((line) => !silent.test(line))
    .flatMap((line) => line.replaceAll(/<[^<>]*>|:::\w+|#\w+;/g, ' ').match(/\p{L}[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .find((word) => !keywords.has(word.toLowerCase()) && !drawn.includes(word));
}

/** All that a drawing shows or names: its texts, and the names of its parts. */
function textsOf(drawing: string): string {
  const texts = [...drawing.matchAll(/data-[\w-]+="([^"]*)"|>([^<]+)</g)].map(([, name, text]) => name ?? text ?? '');
  return texts
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
