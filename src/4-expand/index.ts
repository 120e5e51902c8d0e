import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import { type Audience, type Deck, type DeckSlide, type Field, fitClass } from '../model/deck.ts';
import type { Expanded } from '../model/rendered.ts';
import type { Source, Span } from '../model/source.ts';
import { Embeds } from './embeds.ts';
import { encodeBlocks, listMarks } from './encode-blocks.ts';
import { forStudents } from './for-students.ts';
import { helpers } from './helpers.ts';
import { lessonSections } from './lesson-sections.ts';
import { Marker, settle } from './marks.ts';
import { checkTableRows } from './table-rows.ts';
import { TemplateError, type Templates } from './templates.ts';
import { Printer, type Value } from './values.ts';

export { checkTemplate } from './check-template.ts';
export { expandFragment, type Fragment } from './fragment.ts';
export { helperNames } from './helpers.ts';
export { Templates } from './templates.ts';

/**
 * Fills the templates of a deck for one audience. Students' decks have neither notes nor slides and fields for the
 * instructor, and know nothing of sections that are for the instructor alone.
 * Errors: template/failed, field/wrong-value. A deck without a slide for this audience has no value and no error.
 */
export function expand(deck: Deck, audience: Audience, templates: Templates): Outcome<Expanded> {
  const seen = deck.slides.flatMap((slide, at) =>
    audience === 'instructor' || slide.audience === 'public' ? [at] : [],
  );
  const marker = new Marker();
  const embeds = new Embeds();
  const diagnostics: Diagnostic[] = [];
  const slides = seen.map((at) => {
    const whole = deck.slides[at] as DeckSlide;
    const slide = audience === 'instructor' ? whole : forStudents(whole);
    const filled = fillSlide(deck, slide, lessonSections(deck, audience), templates, marker, embeds, diagnostics);
    const markdown = headed(filled, slide).trim();
    return { class: classesOf(slide).join(' '), markdown: marker.wrapSlide(markdown, slide.span) };
  });
  if (diagnostics.length > 0 || slides.length === 0) return failed(diagnostics);
  const frame = fill(
    templates,
    deck,
    deck.deckTemplate,
    {},
    { deck: frontMatter(deck, embeds), slides: slides.map(unescaped) },
  );
  if ('code' in frame) return failed([frame]);
  const settled = settle(frame.text, marker);
  const faults = checkTableRows(settled);
  if (faults.length > 0) return failed(faults);
  const notes = seen.map((at) =>
    audience === 'instructor' ? encodeBlocks(deck.slides[at]?.notes ?? [], listMarks(false), embeds) : '',
  );
  return done({
    deck,
    audience,
    markdown: settled.markdown,
    lines: settled.lines,
    slideLines: settled.slides,
    slides: seen,
    notes,
    embeds: embeds.all,
  });
}

function classesOf({ layout, classes, fit }: DeckSlide): readonly string[] {
  const all = [layout.name, ...classes];
  if (fit?.compact && !classes.includes('compact')) all.push('compact');
  if (fit && fit.scale < 1) all.push(fitClass(fit.scale));
  return all;
}

/** A slide in several parts says behind its heading which one it is. */
function headed(markdown: string, { part }: DeckSlide): string {
  return part ? markdown.replace(/^#{1,2} .*$/m, `$& (${part.number}/${part.of})`) : markdown;
}

function fillSlide(
  deck: Deck,
  slide: DeckSlide,
  sections: Field,
  templates: Templates,
  marker: Marker,
  embeds: Embeds,
  diagnostics: Diagnostic[],
): string {
  const marks = listMarks(slide.reveal);
  const printer = new Printer(marks, embeds, (markdown, span) => marker.wrap(markdown, span));
  const around = printer.values(deck.context);
  const lesson = {
    ...(around.lesson as object),
    // Written when a template asks for it: a formula in the title of a section concerns the decks that show it.
    get sections() {
      return printer.value(sections);
    },
  };
  const context = { ...around, lesson, ...printer.values(slide.fields) };
  const own = helpers(printer, marks, deck.labels, embeds, slide, deck.course.language, diagnostics);
  const filled = fill(templates, deck, slide.layout.template.source, own, context);
  if ('text' in filled) return filled.text;
  diagnostics.push(filled);
  return '';
}

function fill(
  templates: Templates,
  deck: Deck,
  source: Source,
  own: Parameters<Templates['fill']>[2],
  context: Readonly<Record<string, Value>> | object,
): { readonly text: string } | Diagnostic {
  try {
    return { text: templates.fill(source, deck.partials, own, context) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return diagnose('template/failed', placeOf(error.piece, [source, ...deck.partials.values()]), error.message);
  }
}

/** Where a helper is called, in the template or in a partial of it; the beginning of the template when that is not found. */
function placeOf(piece: string, sources: readonly Source[]): Span {
  const found = piece === '' ? undefined : sources.find(({ text }) => text.includes(`{{${piece}`));
  const start = found ? found.text.indexOf(`{{${piece}`) + 2 : 0;
  return { file: (found ?? sources[0])?.path ?? '', start, end: found ? start + piece.trimEnd().length : 0 };
}

/** What the front matter of a deck is made of: YAML strings in double quotes, safe as they are. */
function frontMatter(deck: Deck, embeds: Embeds): Readonly<Record<string, unknown>> {
  const printer = new Printer(listMarks(false), embeds, (markdown) => markdown);
  const line = (field: Field | undefined): string => (field ? String(printer.value(field)) : '');
  const section = deck.context.section?.kind === 'map' ? deck.context.section.entries.title : undefined;
  const values = {
    title: deck.title,
    lang: deck.course.language,
    theme: deck.theme.name,
    size: deck.theme.size.name,
    header: line(section),
    footer: line(deck.footer),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, verbatim(JSON.stringify(value))]));
}

function unescaped({ class: classes, markdown }: { class: string; markdown: string }) {
  return { class: classes, markdown: verbatim(markdown) };
}

/** Text that Handlebars prints as it is. */
function verbatim(text: string): { toHTML(): string } {
  return { toHTML: () => text };
}
