import { describe, expect, it } from 'vitest';
import { checkContrast } from '../../src/3-resolve/contrast.ts';
import type { Token } from '../../src/3-resolve/theme-file.ts';

const theme = { path: 'themes/plain.css', text: '/* @theme plain */' };
const span = { file: 'content/a/course.yaml', start: 10, end: 20 };

function tokens(values: Readonly<Record<string, string>>): ReadonlyMap<string, Token> {
  const descriptions: Readonly<Record<string, string>> = { text: 'Text. On: paper, box.', label: 'Labels. On: paper.' };
  return new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      { name, type: 'color', value, description: descriptions[name] ?? 'A ground.' },
    ]),
  );
}

describe('the contrast of tokens that meet', () => {
  it('is no matter where all can be read', () => {
    const good = tokens({ text: '#222222', label: '#1d4ed8', paper: '#ffffff', box: '#f3f4f6' });
    expect(checkContrast(good, () => undefined, theme)).toEqual([]);
  });

  it('is reported once for a token that spoils several pairs, at the place where the course sets it', () => {
    const faint = tokens({ text: '#bbbbbb', label: '#1d4ed8', paper: '#ffffff', box: '#f3f4f6' });
    const found = checkContrast(faint, (name) => (name === 'text' ? span : undefined), theme);
    expect(found).toMatchObject([{ code: 'theme/low-contrast', span }]);
    expect(found[0]?.message).toContain('"text" (#bbbbbb)');
  });

  it('is the fault of a ground when the course has set that', () => {
    const dark = tokens({ text: '#222222', label: '#1d4ed8', paper: '#333333', box: '#f3f4f6' });
    const found = checkContrast(dark, (name) => (name === 'paper' ? span : undefined), theme);
    expect(found).toMatchObject([{ code: 'theme/low-contrast', span }]);
    expect(found[0]?.hint).toContain('paper: "#');
  });

  it('is reported at the theme when the course has set neither', () => {
    const faint = tokens({ text: '#bbbbbb', paper: '#ffffff' });
    expect(checkContrast(faint, () => undefined, theme)).toMatchObject([{ span: { file: 'themes/plain.css' } }]);
  });

  it('comes with a colour that passes on all that it meets', () => {
    const faint = tokens({ text: '#bbbbbb', paper: '#ffffff', box: '#dddddd' });
    const [found] = checkContrast(faint, () => span, theme);
    const [, better = ''] = /text: "(#[0-9a-f]{6})"/.exec(found?.hint ?? '') ?? [];
    const mended = tokens({ text: better, paper: '#ffffff', box: '#dddddd' });
    expect(checkContrast(mended, () => span, theme)).toEqual([]);
  });
});
