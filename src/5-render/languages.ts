import { bundledLanguagesInfo } from 'shiki/langs';
import { suggest } from '../diagnostics/suggest.ts';
import type { EmbedFault } from '../model/ports.ts';

/** Says that a programming language is not known, and which one may be meant. */
export function unknownLanguage(language: string): EmbedFault {
  const names = ['text', ...bundledLanguagesInfo.flatMap((info) => [info.id, ...(info.aliases ?? [])])];
  return {
    code: 'code/unknown-language',
    message: `Code in the language "${language}" cannot be highlighted.`,
    hint: suggest(language, names, 'Languages have the names that Shiki gives them; "text" is for no language.'),
  };
}
