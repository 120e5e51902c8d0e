import { describe, expect, it } from 'vitest';
import { fallbackFamilies, familyToInstall } from '../../src/7-export/script-fonts.ts';
import { packageFonts } from '../../src/io/fonts.ts';

const fonts = packageFonts([process.cwd()]);

describe('the family for a script', () => {
  it.each([
    ['Καλημέρα', 'Noto Sans', 'el'],
    ['Привет, їжак', 'Noto Sans', 'ru'],
    ['مرحبًا، كيف؟', 'Noto Sans Arabic', 'ar'],
    ['شَلوم گپچ', 'Noto Sans Arabic', 'fa'],
    ['שָׁלוֹם', 'Noto Sans Hebrew', 'he'],
    ['नमस्ते।', 'Noto Sans Devanagari', 'hi'],
    ['안녕하세요', 'Noto Sans KR', 'ko'],
    ['漢字、「かな」！', 'Noto Sans KR', 'ko'],
  ])('has what it is for: %s', async (text, family, language) => {
    const files = (await fonts.family(family))?.files ?? [];
    // A space is in every font; kana belongs to Japanese, wherever it is quoted.
    for (const character of text.replaceAll(/[\s,]/g, '')) {
      const isKana = /\p{Script=Hiragana}/u.test(character);
      expect(familyToInstall(character, 'sans', language)).toBe(isKana ? 'Noto Sans JP' : family);
      const code = character.codePointAt(0) ?? 0;
      const has = await Promise.all(files.map((file) => file.has(code)));
      expect([character, has.includes(true)]).toEqual([character, true]);
    }
  });

  it.each([
    ['ja', 'Noto Sans JP'],
    ['zh', 'Noto Sans SC'],
    ['zh-CN', 'Noto Sans SC'],
    ['zh-Hant', 'Noto Sans TC'],
    ['zh-HK', 'Noto Sans TC'],
    ['ko', 'Noto Sans KR'],
    ['en', 'Noto Sans SC'],
  ])('follows in Chinese characters the language: %s', (language, family) => {
    expect(familyToInstall('漢', 'sans', language)).toBe(family);
    const eastern = fallbackFamilies('sans', language).filter((name) => / (SC|TC|JP|KR)$/.test(name));
    expect(eastern[0]).toBe(family);
  });

  it('has serifs where the text has', () => {
    expect(familyToInstall('م', 'serif', 'ar')).toBe('Noto Naskh Arabic');
    expect(familyToInstall('漢', 'serif', 'ja')).toBe('Noto Serif JP');
  });

  it('is not known for symbols', () => {
    expect(['→', '☃', '𝒜'].map((sign) => familyToInstall(sign, 'sans', 'en'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is one that falls in by itself once it is installed', () => {
    for (const kind of ['sans', 'serif', 'code'] as const) {
      for (const sign of 'Ωжمשन漢かカ한ㄅไತ') {
        const family = familyToInstall(sign, kind, 'en');
        expect(fallbackFamilies(kind, 'en')).toContain(family);
      }
    }
  });
});

it('names for each language families that come with Lectern', async () => {
  for (const kind of ['sans', 'serif', 'code'] as const) {
    const own = fallbackFamilies(kind, 'el').filter((name) => name.startsWith('Source'));
    for (const family of own) {
      const files = (await fonts.family(family))?.files ?? [];
      for (const letter of 'Ωжł') {
        const has = await Promise.all(files.map((file) => file.has(letter.codePointAt(0) ?? 0)));
        expect([family, letter, has.includes(true)]).toEqual([family, letter, true]);
      }
    }
  }
});
