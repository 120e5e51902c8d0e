import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { DeckSlide } from '../model/deck.ts';
import type { EmojiSet, Engine } from '../model/ports.ts';
import type { Embed, Expanded, Rendered, TracedSlide } from '../model/rendered.ts';
import type { Span } from '../model/source.ts';
import type { SlideSize } from '../model/theme.ts';
import { loadPictures, unknownEmoji, withPictures } from './emoji.ts';
import { Figures, imageAddresses } from './figures.ts';
import { formulaRules } from './formula-css.ts';
import { renderFragments } from './fragments.ts';
import { withoutLines } from './line-marks.ts';
import { needsOf } from './needs.ts';

export { unknownEmoji } from './emoji.ts';
export { renderFragments } from './fragments.ts';
export { marpEngine } from './marp-engine.ts';

/**
 * Renders the Marp Markdown of a deck: slides as HTML with a style sheet, all images inside.
 * Errors: formula/invalid, code/unknown-language, diagram/unknown-kind, diagram/invalid, template/slide-count,
 * emoji/unknown. Warning: diagram/too-large.
 */
export async function render(expanded: Expanded, engine: Engine, emoji: EmojiSet): Promise<Outcome<Rendered>> {
  const { deck, audience, markdown, notes } = expanded;
  const faults = await checkEmbeds(expanded.embeds, deck.theme.size, engine);
  if (hasErrors(faults)) return failed(faults);
  const input = {
    theme: deck.theme,
    images: imageAddresses(deck.assets),
    needs: needsOf(expanded.embeds),
  };
  const output = await engine.render({ ...input, markdown });
  const wrongCount = checkSlideCount(expanded, output.slides);
  if (wrongCount) return failed([wrongCount]);
  const fragments = notes.map((note) => ({ markdown: note, embeds: expanded.embeds }));
  const { html: notesHtml, unknown: unknownInNotes } = await renderFragments(fragments, deck, 'note', engine, emoji);
  const { pictures, missing } = await loadPictures(
    output.slides.map(({ html }) => html),
    deck.course.language,
    emoji,
  );
  const figures = new Figures(deck.assets, '');
  const slides = output.slides.map(({ html, heading, line }, at): TracedSlide => {
    const slide = deck.slides[expanded.slides[at] ?? 0] as DeckSlide;
    const traced = `<div class="slide">${figures.place(withPictures(html, pictures))}</div>`;
    return {
      id: slide.id,
      title: heading === '' ? `${deck.title} (${at + 1})` : heading,
      html: withoutLines(traced),
      traced,
      firstLine: line,
      notes: notesHtml[at] ?? '',
      ...(slide.part && slide.part.number > 1 ? { continues: true } : {}),
      ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
    };
  });
  const unknown = [...missing, ...unknownInNotes].map((name) => unknownEmoji(name, deck, lineOf(name, expanded)));
  if (hasErrors(unknown)) return failed(unknown);
  const formulasInNotes = notesHtml.some((note) => note.includes('class="katex'));
  const css = formulasInNotes ? `${output.css}\n${formulaRules(output.css)}` : output.css;
  return done({ deck, audience, markdown, slides, css }, faults);
}

/** Faults of formulas, code and diagrams. Errors: formula/invalid, code/unknown-language, diagram/*. */
export async function checkEmbeds(
  embeds: readonly Embed[],
  size: SlideSize,
  engine: Engine,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const embed of embeds) {
    const fault = await engine.check(embed, size);
    if (fault) found.push(diagnose(fault.code, narrowed(embed, fault.at), fault.message, fault.hint));
  }
  return found;
}

/** From where the engine stumbled to the end of the embed, or of its line, when the file writes the embed as it is. */
function narrowed({ span, text, lines }: Embed, at: number | undefined): Span {
  const before = text.slice(0, at).split('\n');
  const line = at === undefined ? undefined : lines?.[before.length - 1];
  if (line) return { ...line, start: Math.min(line.start + (before.at(-1)?.length ?? 0), line.end) };
  if (at === undefined || at >= text.length || span.end - span.start !== text.length) return span;
  return { ...span, start: span.start + at };
}

/**
 * A template of a course may divide a slide, or leave something open that takes in the next one: then slides, notes and
 * positions would no longer belong together.
 */
function checkSlideCount(expanded: Expanded, slides: readonly { readonly line: number }[]): Diagnostic | undefined {
  const { deck, slideLines } = expanded;
  const counts = slideLines.map(({ end }, at) => {
    const before = slideLines[at - 1]?.end ?? -1;
    return slides.filter(({ line }) => line > before && line <= end).length;
  });
  const wrong = counts.findIndex((count) => count !== 1);
  if (wrong < 0 && slides.length === slideLines.length) return undefined;
  const isOpen = counts[wrong] === 0;
  const slide = deck.slides[expanded.slides[isOpen ? Math.max(0, wrong - 1) : wrong] ?? -1];
  // Where every slide is as it should be, the frame around them makes another.
  const source = slide ? slide.layout.template.source : deck.deckTemplate;
  const name = slide ? `The template of the layout "${slide.layout.name}"` : 'The template of the deck';
  const ruler = isOpen ? -1 : source.text.search(/^---\s*$/m);
  return diagnose(
    'template/slide-count',
    { file: source.path, start: Math.max(0, ruler), end: Math.max(0, ruler + 3) },
    isOpen ? `${name} runs on into the next slide.` : `${name} makes more than one slide.`,
    isOpen ? 'Close what it opens: a comment, a code block, a formula.' : 'Remove "---" from the template.',
  );
}

/** Where the author wrote the first line with a piece of text. */
const lineOf = (text: string, { markdown, lines }: Expanded): Span | undefined =>
  lines[markdown.split('\n').findIndex((line) => line.includes(text))];
