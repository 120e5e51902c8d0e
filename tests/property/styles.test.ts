import fc from 'fast-check';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { AssetLoader } from '../../src/3-resolve/assets.ts';
import { readStyles } from '../../src/3-resolve/styles/index.ts';
import { sharpImages } from '../../src/io/images.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import { hostileStyles } from '../support/hostile-styles.ts';
import { tries } from './danger.ts';

const assets = new AssetLoader(memoryFiles({}), sharpImages(), 'content/a');
const read = (text: string) => readStyles({ path: 'content/a/own.css', text }, assets);

it('any text as the style sheet of a course gives rules for slides, or faults inside the file', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(hostileStyles, async (text) => {
      const { value, diagnostics } = await read(text);
      for (const { span, hint, message } of diagnostics) {
        expect(span && span.start >= 0 && span.start <= span.end && span.end <= text.length, message).toBe(true);
        expect(hint ?? message.startsWith('This CSS cannot be read')).toBeTruthy();
      }
      expect(value === undefined).toBe(diagnostics.length > 0);
      if (!value) return;
      if (value.css !== '') accepted += 1;
      expect(value.css).not.toContain('<');
      expect(value.css.replaceAll(/"[^"]*"|'[^']*'/g, '')).not.toMatch(/@|\/\*/);
      for (const rule of postcss.parse(value.css).nodes) {
        expect(rule.type).toBe('rule');
        if (rule.type !== 'rule') continue;
        expect(rule.selectors.every((selector) => /^section(?![\w-])(?!\s*[+~])/.test(selector))).toBe(true);
        expect(rule.nodes.every(({ type }) => type === 'decl')).toBe(true);
      }
      // What has been made safe is safe: it says the same when it is read again.
      expect((await read(value.css)).value?.css.replaceAll(/, var\(--font-body\).*;/g, ';')).toBe(
        value.css.replaceAll(/, var\(--font-body\).*;/g, ';'),
      );
    }),
    tries(1500),
  );
  expect(accepted).toBeGreaterThan(100);
});
