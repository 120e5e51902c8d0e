import type { Fonts } from '../model/ports.ts';

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
  return css.replaceAll(faceRule, (face) => embedded.get(face) ?? '');
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
