import type { Fonts } from '../model/ports.ts';
import { drawnFormulas, textOf } from './deck-text.ts';

/** The font of letters in formulas, and then those that have signs it lacks. */
const mainFont = 'KaTeX_Main-Regular.woff2';
const otherFonts =
  'AMS-Regular Math-Italic Caligraphic-Regular Fraktur-Regular SansSerif-Regular Script-Regular Typewriter-Regular Size1-Regular Size2-Regular Size3-Regular Size4-Regular'
    .split(' ')
    .map((name) => `KaTeX_${name}.woff2`);

/** Classes that KaTeX gives to what it sets in another font than the main one, because that has the signs. */
const inOtherFont =
  /(?:^| )(?:amsrm|boldsymbol|math(?:normal|bb|cal|frak|boldfrak|tt|scr|sf|boldsf|itsf|sfit)|text(?:bb|frak|boldfrak|tt|scr|sf|boldsf|itsf)|delim\S*|op-symbol|mult)(?: |$)/;

/** Characters in formulas that the fonts of KaTeX lack: those of the page have to show them. */
export async function beyondFormulaFonts(html: string, fonts: Fonts): Promise<string> {
  const beyond = new Set<string>();
  const known = new Set<string>();
  // KaTeX writes text only into its innermost elements.
  for (const [, classes = '', text = ''] of drawnFormulas(html)
    .join('')
    .matchAll(/class="([^"]*)"[^>]*>([^<]+)</g)) {
    const files = inOtherFont.test(classes) ? [mainFont, ...otherFonts] : [mainFont];
    for (const character of textOf(text)) {
      const key = `${files.length} ${character}`;
      if (character <= '~' || character === '\u200b' || known.has(key)) continue;
      known.add(key);
      if (!(await isInOne(files, character, fonts))) beyond.add(character);
    }
  }
  return [...beyond].join('');
}

async function isInOne(files: readonly string[], character: string, fonts: Fonts): Promise<boolean> {
  for (const file of files) if (await fonts.formulaFontHas(file, character.codePointAt(0) ?? 0)) return true;
  return false;
}

const faceRule = /@font-face\s*\{[^}]*KaTeX_[^}]*\}/g;

/**
 * A style sheet in which the fonts of KaTeX are inside, and only those that the page uses.
 * Which these are follows from KaTeX's own rules: a rule that sets a font counts when the page has its class.
 */
export async function formulaFontFaces(css: string, html: string, fonts: Fonts): Promise<string> {
  const faces = css.match(faceRule);
  if (!faces) return css;
  const used = usedFaces(css, html);
  const embedded = new Map<string, string>();
  for (const face of faces) {
    const family = /font-family:\s*"?(KaTeX_\w+)"?/.exec(face)?.[1] ?? '';
    const style = /font-style:\s*(\w+)/.exec(face)?.[1] ?? 'normal';
    const weight = /font-weight:\s*(\w+)/.exec(face)?.[1]?.replace('bold', '700').replace('normal', '400') ?? '400';
    const file = /fonts\/([\w-]+\.woff2)/.exec(face)?.[1];
    if (!file || !used.has(`${family} ${weight} ${style}`)) continue;
    const data = Buffer.from(await fonts.formulaFont(file)).toString('base64');
    embedded.set(
      face,
      `@font-face{font-family:${family};font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    );
  }
  return withFallbacks(css).replaceAll(faceRule, (face) => embedded.get(face) ?? '');
}

/** KaTeX names a font of its own alone, or those of the system behind it: what it lacks is in the fonts of the page. */
function withFallbacks(css: string): string {
  return css.replaceAll(
    /@font-face\s*\{[^}]*\}|(font-family:\s*KaTeX_\w+|\bKaTeX_Main\s*,\s*Times New Roman\s*,\s*serif)(?=\s*[;}])/g,
    (found, name?: string) =>
      name === undefined ? found : `${name.replace(/\s*,.*$/, '')},var(--font-body,KaTeX_Main)`,
  );
}

/** Faces as `family weight style`. */
function usedFaces(css: string, html: string): ReadonlySet<string> {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names ?? '').split(/\s+/)));
  const used = new Set(['KaTeX_Main 400 normal', 'KaTeX_Math 400 italic']);
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    if (!/\.katex/.test(selectors) || !/font-(family|weight|style)|font:/.test(body)) continue;
    const applies = selectors
      .split(',')
      .some((selector) =>
        (selector.match(/\.[\w-]+/g) ?? []).every(
          (name) => name === '.marpit' || name === '.slide' || classes.has(name.slice(1)),
        ),
      );
    if (!applies) continue;
    const families = body.match(/KaTeX_\w+/g) ?? ['KaTeX_Main'];
    const weight = /font-weight:\s*(?:bold|[67]00)/.test(body) ? '700' : '400';
    const style = /italic/.test(body) ? 'italic' : 'normal';
    for (const family of families) used.add(`${family} ${weight} ${style}`).add(`${family} 400 normal`);
  }
  return used;
}
