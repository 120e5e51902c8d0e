// The names of emoji as Unicode's Common Locale Data Repository has them, cut down to what alternative texts need.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The languages that Lectern speaks itself, and those whose scripts docs/fonts.md speaks of. */
const languages = ['ar', 'de', 'el', 'en', 'es', 'fr', 'he', 'hi', 'ja', 'ko', 'ru', 'zh', 'zh-Hant'];

const require = createRequire(import.meta.url);
const read = async (name, path, language) => {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return JSON.parse(await readFile(join(folder, path, language, 'annotations.json'), 'utf8'));
};

/** Files of names, emoji without variation selectors → name, one for each language. */
export async function emojiNameFiles() {
  return Promise.all(
    languages.map(async (language) => {
      const [{ annotations: single }, { annotationsDerived: sequences }] = await Promise.all([
        read('cldr-annotations-full', 'annotations', language),
        read('cldr-annotations-derived-full', 'annotationsDerived', language),
      ]);
      const names = Object.entries({ ...single.annotations, ...sequences.annotations })
        .filter(([sign, { tts }]) => tts && /\p{Emoji}/u.test(sign))
        .map(([sign, { tts }]) => [sign, tts[0]])
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return { name: `${language}.json`, contents: JSON.stringify(Object.fromEntries(names)) };
    }),
  );
}
