import { emojiIn } from '../model/emoji.ts';
import type { FileFault } from './course-folder.ts';
import type { Findings } from './svg-findings.ts';
import type { SvgFault } from './svg-tree.ts';

/** What is wrong with an image that a slide shows, before it is known where it is named. */
export interface AssetFault {
  readonly code:
    | FileFault['code']
    | 'asset/damaged'
    | 'asset/svg-invalid'
    | 'asset/svg-lost'
    | 'asset/svg-emoji'
    | 'asset/svg-inert';
  readonly message: string;
  readonly hint: string;
}

/** An image of pixels that cannot be read to its end. */
export function damaged(path: string, reason: string): AssetFault {
  return {
    code: 'asset/damaged',
    message: `"${path}" cannot be read as an image: ${reason}.`,
    hint: 'Open it in an image viewer. If it is damaged there too, copy or export it again.',
  };
}

/** An SVG that is no drawing. */
export function unreadableDrawing(path: string, { reason, line, column }: SvgFault): AssetFault {
  const place = line === undefined ? '' : ` Line ${line}${column === undefined ? '' : `, column ${column}`}:`;
  return {
    code: 'asset/svg-invalid',
    message: `"${path}" cannot be shown.${place} ${reason.replace(/\.?$/, '.')}`,
    hint: 'Open it in a drawing program, and export it as a plain SVG.',
  };
}

/** What of a drawing cannot be shown on a slide. */
export function drawingFaults(path: string, { lost, inert, text }: Findings): readonly AssetFault[] {
  const faults: AssetFault[] = [];
  if (lost.size > 0) {
    const message = `"${path}" has parts that a slide cannot show: ${shortList([...lost])}.`;
    const hint = 'Embed pictures in the drawing, turn HTML into text or paths, and export it again as a plain SVG.';
    faults.push({ code: 'asset/svg-lost', message, hint });
  }
  const emoji = [...new Set(emojiIn(text))];
  if (emoji.length > 0) {
    const message = `"${path}" has emoji in its text, which would look different on each machine: ${emoji.slice(0, 8).join(' ')}`;
    const hint = 'Put them beside the drawing, or into it as a picture or as paths.';
    faults.push({ code: 'asset/svg-emoji', message, hint });
  }
  if (inert.size > 0) {
    const message = `"${path}" has ${[...inert].sort().join(' and ')}, which are left out: slides show it as it stands.`;
    const hint = 'Check that it shows all that it should without them, and export it again without.';
    faults.push({ code: 'asset/svg-inert', message, hint });
  }
  return faults;
}

function shortList(parts: readonly string[]): string {
  const shown = parts.slice(0, 3).join('; ');
  return parts.length > 3 ? `${shown}; and ${parts.length - 3} more` : shown;
}
