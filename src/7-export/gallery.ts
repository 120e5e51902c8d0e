import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import type { Deck } from '../model/deck.ts';
import type { Area, Browser, Fonts } from '../model/ports.ts';
import type { Rendered } from '../model/rendered.ts';
import { familyOf } from './choose-fonts.ts';
import { embedFonts } from './fonts.ts';
import { type GalleryEntry, galleryPage } from './gallery-page.ts';
import { pageInput } from './page-input.ts';
import { notShown } from './printing.ts';
import { planSheet, type SheetWords, sheetPage } from './sheet.ts';

/** A contact sheet as PNG, with where each slide is on it. */
export interface Sheet {
  readonly png: Uint8Array;
  readonly tiles: readonly Area[];
}

/**
 * A contact sheet of a deck: all slides in a grid, with their names. The names of all groups together are as many as slides.
 * Errors: font/*, browser/missing, browser/failed, deck/external-request.
 */
export async function exportSheet(
  rendered: Rendered,
  words: SheetWords,
  { fonts, browser }: { readonly fonts: Fonts; readonly browser: Browser },
): Promise<Outcome<Sheet>> {
  const { deck } = rendered;
  const plan = planSheet(words.groups, deck.theme.size);
  const texts = [words.title, words.subtitle, ...words.groups.flatMap(({ title, names }) => [title, ...names])];
  const { value: input, diagnostics } = await pageInput(rendered, fonts, texts.join(' '));
  if (!input) return failed(diagnostics);
  const html = sheetPage(input, words, plan, {
    heading: familyOf(deck, 'font-heading'),
    body: familyOf(deck, 'font-body'),
  });
  const pictured = await browser.picture({
    deck: deck.id,
    html,
    widthPx: plan.widthPx,
    heightPx: plan.heightPx,
    scale: 1,
  });
  if (pictured.kind !== 'pictured') return failed([...diagnostics, notShown(deck, pictured)]);
  return done({ png: pictured.png, tiles: plan.tiles }, diagnostics);
}

/** The page from which a gallery is opened, in the fonts of the first look. Shape: `entries` is never empty. */
export async function exportGalleryPage(
  entries: readonly GalleryEntry[],
  deck: Deck,
  fonts: Fonts,
): Promise<Outcome<Uint8Array>> {
  const draft = galleryPage({ fontCss: '', entries: entries.map((entry) => ({ ...entry, previews: [] })) });
  const { value, diagnostics } = await embedFonts(
    { deck, html: draft.slice(draft.indexOf('<body')), css: draft },
    fonts,
  );
  if (!value) return failed(diagnostics);
  return done(new TextEncoder().encode(galleryPage({ fontCss: value.fontCss, entries })), diagnostics);
}
