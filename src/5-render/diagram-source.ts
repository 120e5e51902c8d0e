/**
 * Takes out of a diagram what it says about itself for those who cannot see it, which the package would draw.
 * Source: mermaid.js.org, "Accessibility Options".
 */
export function readDescription(source: string): { readonly diagram: string; readonly name: string } {
  const said: string[] = [];
  const kept: string[] = [];
  let isOpen = false;
  for (const line of source.split('\n')) {
    const [begin] = /^\s*acc(?:Title[ \t]*:|Descr[ \t]*[:{])/.exec(line) ?? [];
    if (begin === undefined && !isOpen) {
      kept.push(line);
      continue;
    }
    const isBlock: boolean = isOpen || begin?.endsWith('{') === true;
    const text = line.slice(isOpen ? 0 : begin?.length);
    said.push(isBlock ? text.replace(/\}\s*$/, '') : text);
    isOpen = isBlock && !/\}\s*$/.test(line);
  }
  const name = said.map((text) => text.replaceAll(/[ \t\r\f]+/g, ' ').trim()).filter((text) => text !== '');
  return { diagram: kept.join('\n'), name: name.join(' ') };
}

/** The first line of a diagram that says something: its kind. */
export const firstLine = (diagram: string): string =>
  diagram
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%')) ?? '';

/** One arrow of a flowchart, with where it comes from and where it leads, as they are written. */
interface Step {
  readonly from: string;
  readonly arrow: string;
  readonly label: string;
  readonly to: string;
}

/** What a label may stand in, or an arrow. Arrows within labels are words. */
const parts =
  /[[({]+"[^"]*"[\])}]*|"[^"]*"|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|(<?(?:-->|-\.->|==>|---|-\.-|===))(\|[^|]*\|)?/g;

/** An arrow, and what it is when it is drawn from its head. */
const turned: Readonly<Record<string, string>> = { '-->': '<---', '-.->': '<-.-', '==>': '<===' };

/** Words at an arrow that nobody sees. Without any, the package joins arrows of a box into one, straight through others. */
const unseen = '\u200b';
const apart = `|${unseen}|`;

/** Takes out of a drawing the words that nobody sees, with the plate behind them. */
export const withoutUnseen = (svg: string): string =>
  svg
    .replaceAll(new RegExp(`<g class="edge-label"[^>]*data-label="${unseen}"[^>]*>[\\s\\S]*?</g>`, 'g'), '')
    .replaceAll(unseen, '');

/**
 * A flowchart that begins where its author begins. The package breaks a loop wherever it likes: so an arrow that leads back is
 * written from its head to its tail, which draws the same arrow. Arrows get the spaces that the package needs around them.
 * beautiful-mermaid 1.1.3 has no option for it.
 */
export function fromItsBeginning(diagram: string): string {
  if (!/^(graph|flowchart)\b/.test(firstLine(diagram))) return diagram;
  const lines = diagram.split('\n').map((line) => ({ line, steps: stepsOf(line) }));
  const back = leadingBack(lines.flatMap(({ steps }) => steps));
  return lines
    .map(({ line, steps }) => {
      if (steps.length === 0) return line;
      if (!steps.some((step) => back.has(step))) {
        return [steps[0]?.from, ...steps.map(({ arrow, label, to }) => `${arrow}${label} ${to}`)].join(' ');
      }
      return steps
        .map((step) => {
          const { from, arrow, label, to } = step;
          return back.has(step)
            ? `${to} ${turned[arrow]}${label === '' ? apart : label} ${from}`
            : `${from} ${arrow}${label} ${to}`;
        })
        .join('\n');
    })
    .join('\n');
}

/** The arrows of a line; none where it is something else, or in a way of writing that is left as it is. */
function stepsOf(line: string): readonly Step[] {
  if (/^\s*(%%|subgraph\b|end\b|style\b|classDef\b|class\b|linkStyle\b|click\b|direction\b|graph\b|flowchart\b)|;|--\s|-\.\s|==\s/.test(line.replaceAll(parts, ' '))) return []; // biome-ignore format: one pattern
  const arrows = [...line.matchAll(parts)].filter(([, arrow]) => arrow !== undefined);
  const nodes: string[] = [];
  let start = 0;
  for (const { index, 0: all } of arrows) {
    nodes.push(line.slice(start, index).trim());
    start = index + all.length;
  }
  nodes.push(line.slice(start).trim());
  if (nodes.some((node) => idOf(node) === undefined && !node.includes('&'))) return [];
  return arrows.map(([, arrow = '', label = ''], at) => ({
    from: nodes[at] ?? '',
    arrow,
    label,
    to: nodes[at + 1] ?? '',
  }));
}

/** The name of a box; undefined for several of them. */
const idOf = (node: string): string | undefined => (node.includes('&') ? undefined : /^\w[\w-]*/.exec(node)?.[0]);

/** The arrows that close a loop, seen from the box that is written first. */
function leadingBack(steps: readonly Step[]): ReadonlySet<Step> {
  const next = new Map<string, Step[]>();
  for (const step of steps) {
    const id = idOf(step.from);
    if (id !== undefined && turned[step.arrow] !== undefined) next.set(id, [...(next.get(id) ?? []), step]);
  }
  const [back, done, open] = [new Set<Step>(), new Set<string>(), new Set<string>()];
  const visit = (id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    open.add(id);
    for (const step of next.get(id) ?? []) {
      const to = idOf(step.to);
      // A box that points at itself is a loop of its own.
      if (to === undefined || to === id) continue;
      if (open.has(to)) back.add(step);
      else visit(to);
    }
    open.delete(id);
  };
  for (const id of next.keys()) visit(id);
  return back;
}
