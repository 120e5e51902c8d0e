import type { EmbedFault } from '../model/ports.ts';
import type { SlideSize } from '../model/theme.ts';
import { legible, loadMermaid, textHeight } from './diagram-drawing.ts';
import { readDescription } from './diagram-source.ts';
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

/** Draws a diagram once to see whether that works, and whether its text can be read on a slide. */
export async function checkDiagram(source: string, size: SlideSize): Promise<EmbedFault | undefined> {
  const text = readDescription(source).diagram;
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
  const draw = await loadMermaid();
  try {
    const drawing = draw(text);
    if (address.test(drawing)) return outsideAddress;
    const lost = lostWord(text, drawing);
    if (lost !== undefined) return incomplete(lost);
    const heightPx = textHeight(drawing, size);
    return heightPx < legible ? tooLarge(heightPx) : undefined;
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

function tooLarge(heightPx: number): EmbedFault {
  const shown = Math.floor(heightPx);
  return {
    code: 'diagram/too-large',
    message: `The diagram is so large that its smallest text is ${shown} px high on a slide: too small to be read in a room.`,
    hint: 'Use fewer boxes and shorter labels, turn it (LR, TD), or divide it between two slides.',
  };
}
