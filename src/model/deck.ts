import type { Course, Lesson, Section } from './course.ts';
import type { Labels, Layout } from './library.ts';
import type { Source, Span } from './source.ts';
import { type Block, type Inline, plainText } from './text.ts';
import type { Theme } from './theme.ts';

/** Who a deck is for. Students get no notes, no answers and no slides for the instructor. */
export type Audience = 'public' | 'instructor';

/** One section with every name looked up: the unit that is rendered, printed and cached. */
export interface Deck {
  /** `course/lesson/section`, without numbers: how a command names the deck. */
  readonly id: string;
  /** Where its artifacts go, below the folder of an audience, without extension: `course/01-lesson/02-section`. */
  readonly path: string;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly section: Section;
  /** Plain text, for the page and the PDF. */
  readonly title: string;
  readonly lessonNumber: number;
  readonly sectionNumber: number;
  readonly theme: Theme;
  /** What pages about the course look like: its lesson may have another theme. */
  readonly courseTheme: Theme;
  readonly labels: Labels;
  readonly deckTemplate: Source;
  readonly partials: ReadonlyMap<string, Source>;
  /** All sections of the lesson, this one among them, in order. */
  readonly lessonSections: readonly LessonSection[];
  /** Values of the course, lesson and section that templates may show. */
  readonly context: Readonly<Record<string, Field>>;
  readonly footer?: Field;
  /** Never empty; in the order of the file. */
  readonly slides: readonly DeckSlide[];
  /** Files of the course that the slides show, by path. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A section as the other sections of its lesson know it. */
export interface LessonSection {
  /** Counts from 1. */
  readonly number: number;
  /** For the instructor when all its slides are. */
  readonly audience: Audience;
  /** What templates may show of it. */
  readonly fields: Readonly<Record<string, Field>>;
}

/** A slide with its layout and the content of its fields. */
export interface DeckSlide {
  /** Unique in the deck; part of the deck's address, after `#`. */
  readonly id: string;
  readonly layout: Layout;
  readonly fields: Readonly<Record<string, Field>>;
  readonly notes: readonly Block[];
  /** The images on the slide, as the author names them. */
  readonly images: readonly NamedAsset[];
  readonly minutes?: number;
  readonly classes: readonly string[];
  readonly audience: Audience;
  /** Items come one by one while presenting. */
  readonly reveal: boolean;
  /** How far Lectern may go to make it fit. */
  readonly fitLimit: FitLimit;
  /** What makes it fit; absent while nothing has to. */
  readonly fit?: FitStep;
  /** Which part of a slide it is that was too long for one; `first` counts what the parts before it have shown, such as items. */
  readonly part?: { readonly number: number; readonly of: number; readonly first: number };
  readonly span: Span;
}

/** How far Lectern may go to make a slide fit, each limit including those before it. */
export const fitLimits = ['none', 'tighten', 'scale', 'split'] as const;
/** One of {@link fitLimits}. */
export type FitLimit = (typeof fitLimits)[number];

/** One way to set a slide. */
export interface FitStep {
  /** Set in the compact spacing of the theme. */
  readonly compact: boolean;
  /** Size of its text, where 1 is the theme's own. One of {@link fitScales}. */
  readonly scale: number;
}

/** The sizes in which a text may be set, from its own to the smallest. */
export const fitScales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56] as const;

/** The class of a slide whose text is set in a smaller size, such as `fit-92`. */
export const fitClass = (scale: number): string => `fit-${Math.round(scale * 100)}`;

/** A file of the course where a text or a field names it. */
export interface NamedAsset {
  readonly path: string;
  readonly span: Span;
}

/** The content of one field. `span` is where the author wrote it. */
export type Field =
  | { readonly kind: 'inline'; readonly content: readonly Inline[]; readonly span: Span }
  | { readonly kind: 'blocks'; readonly content: readonly Block[]; readonly span: Span }
  /** Text that stands for itself: no markup is read in it. */
  | { readonly kind: 'literal'; readonly text: string; readonly span: Span }
  /** `lineStarts`: where each line begins in the file, when it is written there line by line. */
  | { readonly kind: 'code'; readonly text: string; readonly span: Span; readonly lineStarts?: readonly number[] }
  /** A word from a closed list, for templates to compare with. */
  | { readonly kind: 'choice'; readonly value: string | number | boolean; readonly span: Span }
  | { readonly kind: 'asset'; readonly path: string; readonly span: Span }
  | DataField
  /** A file whose text is shown as code; its source is absent when it cannot be read, which has been reported. */
  | { readonly kind: 'code-file'; readonly path: string; readonly source?: Source; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Field[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: Readonly<Record<string, Field>>; readonly span: Span };

/**
 * Rows and columns, from a CSV file of the course or written in place. Every row is as long as `columns`, whose names are
 * not empty and unique. Both lists are empty when the data has errors, and only then.
 */
export interface DataField {
  readonly kind: 'data';
  readonly columns: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly span: Span;
}

/** One value, or the name of a column, as the author wrote it; `span` lies in the CSV file when it stands there. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** A field of the course, lesson or section of a deck. */
export function contextField(deck: Deck, of: 'course' | 'lesson' | 'section', name: string): Field | undefined {
  const field = deck.context[of];
  return field?.kind === 'map' ? field.entries[name] : undefined;
}

/** A short text of the course, lesson or section, without its markup; empty when there is none. */
export function contextText(deck: Deck, of: 'course' | 'lesson' | 'section', name: string): string {
  const field = contextField(deck, of, name);
  if (field?.kind === 'inline') return plainText(field.content);
  return field?.kind === 'literal' ? field.text : '';
}

/** A file of the course that a deck shows and holds. */
export type Asset = Picture | DrawingFile;

interface AssetFile {
  /** Relative to the course folder, as the author wrote it. */
  readonly path: string;
  readonly mediaType: string;
  /** The file, ready to be put into a page. */
  readonly bytes: Uint8Array;
}

/** An image of pixels. */
export interface Picture extends AssetFile {
  readonly kind: 'picture';
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many bytes smaller it is than its file, because a slide shows less than what is in it; 0 when it is as it was. */
  readonly savedBytes: number;
}

/** An SVG file. */
export interface DrawingFile extends AssetFile {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
}

/**
 * A drawing that becomes a part of a slide, and takes colours and fonts from it. It holds no script, no style sheet, no
 * link and no address outside of itself.
 */
export interface Drawing {
  /** The size that it has by itself. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** It has colours of the theme, so that it suits any paper. One with colours of its own is drawn for light paper. */
  readonly isThemed: boolean;
  /** Attributes of its root as HTML. Between two parts belongs what makes ids unique: a prefix for each use. */
  readonly attributes: readonly string[];
  /** What is in it, as HTML, in parts like the attributes. */
  readonly content: readonly string[];
  /** All text that is drawn. */
  readonly text: string;
}
