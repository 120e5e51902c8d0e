import type { EmbedFault } from '../model/ports.ts';

/** Reads a formula as KaTeX will when the deck is rendered. */
export async function checkFormula(tex: string, display: boolean): Promise<EmbedFault | undefined> {
  const { ParseError, renderToString } = (await import('katex')).default;
  try {
    renderToString(tex, { displayMode: display, throwOnError: true, strict: 'ignore', trust: false });
    return undefined;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const reason = error.rawMessage.replace(/\s+/g, ' ').trim();
    return {
      code: 'formula/invalid',
      message: `The formula cannot be read: ${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}.`,
      hint: 'Formulas are written in TeX, with the commands that KaTeX knows. A price is written as \\$5.',
      at: error.position,
    };
  }
}
