/** A formula found in a text. */
export interface FormulaMatch {
  readonly tex: string;
  readonly display: boolean;
  /** Where the text goes on, 0-based. */
  readonly end: number;
}

/**
 * Finds a formula that begins at `start`: `$…$` in the line or `$$…$$` set off.
 * A dollar sign opens only before something that is no space and closes only after something that is no space and
 * before something that is no digit, so that prices stay prices. A backslash keeps the next character from closing.
 * Source: Pandoc User's Guide, extension tex_math_dollars.
 */
export function scanFormula(text: string, start: number): FormulaMatch | undefined {
  if (text[start] !== '$') return undefined;
  const display = text[start + 1] === '$';
  const mark = display ? '$$' : '$';
  const from = start + mark.length;
  if (from >= text.length || (!display && /\s/.test(text[from] ?? ''))) return undefined;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text.startsWith(mark, at)) {
      if (at === from) return undefined;
      const tex = text.slice(from, at);
      const end = at + mark.length;
      if (display) return tex.trim() === '' ? undefined : { tex: tex.trim(), display, end };
      const closes = !/\s/.test(text[at - 1] ?? '') && !/[0-9]/.test(text[end] ?? '');
      return closes ? { tex, display, end } : undefined;
    }
  }
  return undefined;
}

/** TeX of several lines as one. A comment ends with its line and would hide what comes after it, so it is left out. */
export function onOneLine(tex: string): string {
  return tex.replaceAll(/\\[\s\S]|%[^\n]*\n\s*|\n/g, (found) =>
    found.startsWith('%') ? '' : found.replace('\n', ' '),
  );
}
