/** Scripts of these languages run from right to left. Source: CLDR 46, `characterOrder`. */
const rightToLeft = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ku-arab',
  'pa-arab',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The writing direction of a BCP 47 language tag, such as `pt-BR`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', script = ''] = language.toLowerCase().split('-');
  return rightToLeft.has(primary) || rightToLeft.has(`${primary}-${script}`) ? 'rtl' : 'ltr';
}

/** A language tag and those that it is a kind of, the nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`. Source: RFC 4647, 3.4. */
export function lookupTags(language: string): readonly string[] {
  const parts = language.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}
