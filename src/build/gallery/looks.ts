import { ThemeFiles } from '../../3-resolve/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/report.ts';
import { listNames, suggestOne } from '../../diagnostics/suggest.ts';
import { type Shelf, shownLayouts } from './shelf.ts';

/** A theme in one of its sizes, with the layouts that it is shown with. */
export interface Look {
  readonly shelf: Shelf;
  readonly theme: string;
  readonly size: string;
  /** Never empty. */
  readonly layouts: readonly string[];
}

/** How people name a look: `lecture, 16:9`, for one of a course `db101: lecture, 16:9`. */
export function nameOfLook({ shelf, theme, size }: Look): string {
  return `${shelf.course === undefined ? '' : `${shelf.course}: `}${theme}, ${size}`;
}

/** Where the files of a look go, without extension: `lecture/16-9`. */
export function pathOfLook({ shelf, theme, size }: Look): string {
  const folder = shelf.course === undefined ? theme : `${shelf.course}.${theme}`;
  return `${folder}/${size.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
}

/**
 * All themes in all of their sizes, or those that are asked for; an empty list asks for all.
 * Shape: shelf by shelf, then by theme. Errors: theme/not-found, theme/unknown-size, theme/invalid.
 */
export function chooseLooks(
  shelves: readonly Shelf[],
  themes: readonly string[],
  sizes: readonly string[],
): { readonly looks: readonly Look[]; readonly diagnostics: readonly Diagnostic[] } {
  const isAsked = (name: string, list: readonly string[]): boolean => list.length === 0 || list.includes(name);
  const diagnostics: Diagnostic[] = [];
  const all: Look[] = [];
  for (const shelf of shelves) {
    for (const theme of shelf.library.themes.keys()) {
      const layouts = shownLayouts(shelf, theme);
      if (layouts.length === 0 || !isAsked(theme, themes)) continue;
      const place = { file: shelf.library.themes.get(theme)?.source.path ?? '', start: 0, end: 0 };
      const { value, diagnostics: faults } = new ThemeFiles(shelf.library.themes).read(theme, place);
      diagnostics.push(...faults);
      all.push(...[...(value?.sizes.keys() ?? [])].map((size) => ({ shelf, theme, size, layouts })));
    }
  }
  const looks = all.filter(({ size }) => isAsked(size, sizes));
  const known = [...new Set(shelves.flatMap(({ library }) => [...library.themes.keys()]))];
  for (const theme of themes.filter((name) => !known.includes(name))) {
    const hint = suggestOne(theme, known, `The themes are ${listNames(known, 'and')}.`);
    diagnostics.push(diagnose('theme/not-found', undefined, `There is no theme called "${theme}".`, hint));
  }
  const offered = [...new Set(all.map(({ size }) => size))];
  for (const size of offered.length === 0 ? [] : sizes.filter((name) => !offered.includes(name))) {
    const message = `None of the themes offers the slide size "${size}".`;
    const hint = `The sizes are ${listNames(offered, 'and')}.`;
    diagnostics.push(diagnose('theme/unknown-size', undefined, message, hint));
  }
  return { looks, diagnostics };
}
