import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { contextText } from '../model/deck.ts';
import type { Fonts } from '../model/ports.ts';
import type { Rendered } from '../model/rendered.ts';
import { embedFonts } from './fonts.ts';
import type { PrintPageInput } from './page.ts';

/** What pages of a deck are made of, fonts for slides and for `moreHtml` embedded. Errors: font/*. */
export async function pageInput(rendered: Rendered, fonts: Fonts, moreHtml: string): Promise<Outcome<PrintPageInput>> {
  const { deck, slides, audience } = rendered;
  const html = slides.map((slide) => slide.html).join('') + moreHtml;
  const embedded = await embedFonts({ deck, html, css: rendered.css }, fonts);
  if (!embedded.value || hasErrors(embedded.diagnostics)) return failed(embedded.diagnostics);
  const { fontCss, css } = embedded.value;
  const input: PrintPageInput = {
    audience,
    slides,
    css,
    fontCss,
    title: deck.title,
    courseTitle: contextText(deck, 'course', 'title'),
    language: deck.course.language,
    people: deck.course.people,
    keywords: deck.course.keywords,
    description: `${contextText(deck, 'lesson', 'title')} – ${contextText(deck, 'course', 'title')}`,
    size: deck.theme.size,
  };
  return done(input, embedded.diagnostics);
}
