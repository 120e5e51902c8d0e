import { createHash } from 'node:crypto';
import type { EmbedFault } from '../model/ports.ts';
import { lostWord } from './lost-words.ts';

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
    const drawing = renderMermaidSVG(text);
    if (address.test(drawing)) return outsideAddress;
    const lost = lostWord(text, drawing);
    return lost === undefined ? undefined : incomplete(lost);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const [, header] = /^Invalid mermaid header: "(.*?)"/.exec(reason) ?? [];
    if (header !== undefined) return noDirection(header);
    return {
      code: 'diagram/invalid',
      message: `The diagram cannot be read: ${reason}`,
      hint: 'See the Mermaid documentation for its syntax.',
    };
  }
}

/** A colour that is an address, in an attribute. In texts and labels `url(` is just text. */
const address = /\s(?:fill|stroke|color|style|filter|mask|clip-path|marker-\w+)="[^"]*url\((?!#)/i;

const outsideAddress: EmbedFault = {
  code: 'diagram/invalid',
  message: 'The diagram takes a colour from an address outside of the deck.',
  hint: 'Write the colour itself, as in fill:#5b21b6.',
};

function noDirection(header: string): EmbedFault {
  return {
    code: 'diagram/invalid',
    message: `The first line of the diagram, "${header}", does not say in which direction it goes.`,
    hint: 'Write it like "flowchart LR" (from left to right) or "graph TD" (from the top down).',
  };
}

function incomplete(word: string): EmbedFault {
  return {
    code: 'diagram/invalid',
    message: `The diagram would be drawn without "${word}": this part of Mermaid is not known here.`,
    hint: 'Say it in another way, or beside the diagram.',
  };
}

/**
 * Takes out what would leave the deck: the drawing asks the web for a font, and names fonts of the machine. Its
 * arrowheads are called by names that all drawings share, and a browser takes them from the first drawing of the page,
 * be it visible or not: so they get names of their own. `number` counts the diagrams of a deck.
 * beautiful-mermaid 1.1.3: https://github.com/lukilabs/beautiful-mermaid
 */
export function tidyDiagram(html: string, number: number): string {
  const prefix = `d${number}-${createHash('sha256').update(html).digest('hex').slice(0, 8)}-`;
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, (style) =>
      style.replaceAll(/\s*@import url\([^)]*\);/g, '').replaceAll(/font-family:\s*[^;}]*/g, 'font-family: inherit'),
    )
    .replaceAll(/<[^>]*>/g, (tag) => tag.replace(/(\sid=")/, `$1${prefix}`).replaceAll('url(#', `url(#${prefix}`));
}
