import type { EmbedFault } from '../model/ports.ts';

const hint = 'Formulas are written in TeX, with the commands that KaTeX knows. A price is written as \\$5.';

/**
 * Reads a formula as KaTeX will when the deck is rendered. What KaTeX would leave out or change without a word is a fault
 * as well: text behind a percent sign, commands that it does not trust, commands that change other formulas.
 */
export async function checkFormula(tex: string, display: boolean): Promise<EmbedFault | undefined> {
  const { ParseError, renderToString } = (await import('katex')).default;
  const untrusted: string[] = [];
  const warnings: string[] = [];
  const macros = {};
  try {
    renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: (code: string) => {
        warnings.push(code);
        return 'ignore';
      },
      trust: ({ command }) => {
        untrusted.push(command);
        return false;
      },
      macros,
    });
  } catch (error) {
    // KaTeX 0.18 calls itself for every level, as deep as a text goes.
    if (error instanceof RangeError) return fault('The formula is nested too deep.', 'Divide it into several ones.');
    if (!(error instanceof ParseError)) throw error;
    const reason = error.rawMessage.replace(/\s+/g, ' ').replaceAll("'EOF'", 'its end').trim();
    const said = `${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}`;
    return { ...fault(`The formula cannot be read: ${said}.`), at: error.position };
  }
  const [command] = untrusted;
  if (command !== undefined) return fault(`The command ${command} cannot be used in a deck.`, 'Leave it out.');
  // Names with "@" are KaTeX's own notes, about numbers of equations.
  const defined = Object.keys(macros).find((name) => !name.includes('@'));
  if (defined !== undefined) {
    return fault(
      `The formula gives ${defined} a meaning for all formulas of the deck.`,
      `Write \\newcommand, or \\def in place of \\gdef: such a meaning ends with its formula.`,
    );
  }
  if (warnings.includes('commentAtEnd')) {
    return fault('A percent sign hides the rest of the formula.', 'Write \\% for the sign itself.');
  }
  return undefined;
}

function fault(message: string, advice = hint): EmbedFault {
  return { code: 'formula/invalid', message, hint: advice };
}
