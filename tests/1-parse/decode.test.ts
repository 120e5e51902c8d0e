import { describe, expect, it } from 'vitest';
import { decode } from '../../src/1-parse/index.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

describe('decoding a file', () => {
  it('gives the text of UTF-8 bytes', () => {
    expect(decode('a.yaml', bytes('title: Für 日本 🤖\n')).value).toEqual({
      path: 'a.yaml',
      text: 'title: Für 日本 🤖\n',
    });
  });

  it('leaves a byte order mark out, so that offsets begin with the text', () => {
    expect(decode('a.yaml', bytes('\ufefftitle: A')).value?.text).toBe('title: A');
  });

  it('gives an empty text for no bytes', () => {
    expect(decode('a.yaml', new Uint8Array()).value?.text).toBe('');
  });

  it('points at the first byte that is no UTF-8, counted in the text', () => {
    const { value, diagnostics } = decode('a.yaml', Buffer.concat([bytes('title: 🤖 '), bytes('Für', 'latin1')]));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'file/invalid-utf8', span: { file: 'a.yaml', start: 11, end: 12 } }]);
  });

  it('finds the place also when a letter is cut off at the end of the file', () => {
    const { diagnostics } = decode('a.yaml', bytes('title: ü').subarray(0, -1));
    expect(diagnostics).toMatchObject([{ code: 'file/invalid-utf8', span: { start: 7, end: 8 } }]);
  });

  it.each([
    ['with a byte order mark', bytes('\ufefftitle: A', 'utf16le')],
    ['without one', bytes('title: A', 'utf16le')],
    ['in the other byte order', Buffer.from('\ufefftitle: A', 'utf16le').swap16()],
  ])('tells UTF-16 %s as such, without a place', (_, utf16) => {
    const { value, diagnostics } = decode('a.yaml', utf16);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'file/invalid-utf8', file: 'a.yaml' }]);
    expect(diagnostics[0]).not.toHaveProperty('span');
  });
});
