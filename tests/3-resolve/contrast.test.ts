import { describe, expect, it } from 'vitest';
import { checkContrast, type PlaceOf } from '../../src/3-resolve/contrast.ts';
import { rolesIn } from '../../src/3-resolve/roles.ts';
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
    expect(checkContrast(good, [], () => undefined, theme)).toEqual([]);
  });

  it('is reported once for a token that spoils several pairs, at the place where the course sets it', () => {
    const faint = tokens({ text: '#bbbbbb', label: '#1d4ed8', paper: '#ffffff', box: '#f3f4f6' });
    const found = checkContrast(faint, [], (name) => (name === 'text' ? { span, layer: 1 } : undefined), theme);
    expect(found).toMatchObject([{ code: 'theme/low-contrast', span }]);
    expect(found[0]?.message).toContain('"text" (#bbbbbb)');
  });

  it('is the fault of a ground when the course has set that', () => {
    const dark = tokens({ text: '#222222', label: '#1d4ed8', paper: '#333333', box: '#f3f4f6' });
    const found = checkContrast(dark, [], (name) => (name === 'paper' ? { span, layer: 1 } : undefined), theme);
    expect(found).toMatchObject([{ code: 'theme/low-contrast', span }]);
    expect(found[0]?.hint).toContain('paper: "#');
  });

  it('is reported at the theme when the course has set neither', () => {
    const faint = tokens({ text: '#bbbbbb', paper: '#ffffff' });
    expect(checkContrast(faint, [], () => undefined, theme)).toMatchObject([{ span: { file: 'themes/plain.css' } }]);
  });

  it('comes with a colour that passes on all that it meets', () => {
    const faint = tokens({ text: '#bbbbbb', paper: '#ffffff', box: '#dddddd' });
    const [found] = checkContrast(faint, [], () => ({ span, layer: 1 }), theme);
    const [, better = ''] = /text: "(#[0-9a-f]{6})"/.exec(found?.hint ?? '') ?? [];
    const mended = tokens({ text: better, paper: '#ffffff', box: '#dddddd' });
    expect(checkContrast(mended, [], () => ({ span, layer: 1 }), theme)).toEqual([]);
  });
});

describe('the roles of a theme', () => {
  const css = `section {
  --paper: var(--ground);
  /* On: paper. */
  --ink: color-mix(in oklab, color-mix(in oklab, var(--text) 60%, white) 50%, var(--text));
  /* Drawn on: paper. */
  --mark: var(--text);
}
section:is(.dim, .other):not(.title, :has(> .panel)) { --paper: #555555; }
section:has(li) { --paper: #000000; }`;
  const check = (values: Readonly<Record<string, string>>, own: PlaceOf = () => undefined) =>
    checkContrast(tokens(values), rolesIn(css), own, theme);

  it('are computed from the tokens, in every variant', () => {
    const messages = check({ text: '#111111', ground: '#ffffff' }).map(({ message }) => message);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^On slides with the class "(dim|other)", text in the colour "ink" \(#[0-9a-f]{6}\) .* "paper" \(#555555\)/,
    );
  });

  it('need less contrast where they are no text', () => {
    const own: PlaceOf = (name) => (name === 'text' ? { span, layer: 1 } : undefined);
    const [fault] = check({ text: '#ffffff', ground: '#888888' }, own);
    expect(check({ text: '#ffffff', ground: '#6e6e6e' }, own)).toEqual([]);
    expect(fault).toMatchObject({ code: 'theme/low-contrast', span });
    expect(fault?.message).toContain('text in the colour "ink"'.replace('t', 'T'));
  });

  it('lie on paper that nothing is seen through', () => {
    expect(check({ text: '#ffffff', ground: 'rgb(0 0 0 / 0.9)' })).toHaveLength(1);
  });

  it('are the fault of a lesson before that of its course', () => {
    const places: Readonly<Record<string, number>> = { ground: 1, text: 2 };
    const own: PlaceOf = (name) =>
      places[name] ? { span: { ...span, start: places[name] }, layer: places[name] } : undefined;
    expect(check({ text: '#777777', ground: '#ffffff' }, own)).toMatchObject([{ span: { start: 2 } }]);
  });
});
