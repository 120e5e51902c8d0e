import type { EmbedFault } from '../model/ports.ts';

/** The kinds of Mermaid diagrams that can be drawn without a browser. */
const kinds = [
  'graph',
  'flowchart',
  'stateDiagram',
  'stateDiagram-v2',
  'sequenceDiagram',
  'classDiagram',
  'erDiagram',
  'xychart-beta',
  'xychart',
];

/** Draws a diagram once to see whether that works. */
export async function checkDiagram(text: string): Promise<EmbedFault | undefined> {
  const kind = text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%'))
    ?.split(/[\s;:]/)[0];
  if (kind === undefined || !kinds.includes(kind)) {
    return {
      code: 'diagram/unknown-kind',
      message: kind === undefined ? 'The diagram is empty.' : `Diagrams of the kind "${kind}" cannot be drawn.`,
      hint: `A diagram begins with one of ${kinds.join(', ')}.`,
    };
  }
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  try {
    renderMermaidSVG(text);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      code: 'diagram/invalid',
      message: `The diagram cannot be read: ${reason}`,
      hint: 'See the Mermaid documentation for its syntax.',
    };
  }
}

/**
 * Takes out what would leave the deck: the drawing asks the web for a font, and names fonts of the machine.
 * beautiful-mermaid 1.1.3: https://github.com/lukilabs/beautiful-mermaid
 */
export function tidyDiagram(html: string): string {
  return html.replaceAll(/\s*@import url\([^)]*\);/g, '').replaceAll(/font-family:\s*[^;}]*/g, 'font-family: inherit');
}
