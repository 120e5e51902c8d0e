import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cssString, escapeHtml, escapeJson, escapeScript, escapeStyle } from '../../src/7-export/escape.ts';
import { attribute, elementsOf, only, textOf } from '../support/html.ts';

// Letters of what could break out, so that random text comes close to it.
const nasty = fc.string({
  unit: fc.constantFrom('<', '/', '>', '!', '-', '&', '"', "'", '\\', 'script', 'style', ' ', 'a', '\n'),
});

it('escapes text for tags and attributes', () => {
  expect(escapeHtml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
});

it('keeps every text inside its place', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = `<!doctype html><p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`;
      const paragraph = only(html, 'p');
      expect(elementsOf(html).map((each) => each.tagName)).toEqual(['html', 'head', 'body', 'p']);
      expect([attribute(paragraph, 'title'), textOf(paragraph)]).toEqual([text, text]);
    }),
  );
});

it('keeps scripts, data and styles inside their elements', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = `<!doctype html><style>${escapeStyle(text)}</style><script>${escapeScript(text)}</script><script type="application/json">${escapeJson(text)}</script><p>`;
      expect(elementsOf(html).map((each) => each.tagName)).toEqual([
        'html',
        'head',
        'style',
        'script',
        'script',
        'body',
        'p',
      ]);
      expect(JSON.parse(textOf(only(html, 'script', (each) => each.attrs.length > 0)))).toBe(text);
    }),
  );
});

it('does not change what a script does', () => {
  const script = `[/<\\/script>/.test('<\\/script>'), '</script>', "<!-- <SCRIPT", 1 < 2]`;
  const [before, after] = [script, escapeScript(script)].map((text) => runInNewContext(text));
  expect(after).toEqual(before);
  expect(escapeScript(script)).not.toMatch(/<\/script|<!--|<script/i);
});

it('writes any text as a CSS string', () => {
  expect(cssString('Source Sans 3')).toBe('"Source Sans 3"');
  expect(cssString('a"};</style>\\')).toBe('"a\\22 };\\3c /style>\\5c "');
});
