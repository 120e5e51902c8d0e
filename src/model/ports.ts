import type { FitStep } from './deck.ts';
import type { Embed } from './rendered.ts';
import type { SlideSize, Theme } from './theme.ts';

/**
 * The ports through which stages reach what is outside of the process.
 * Implementations live in `io` (disk, browser) and `5-render` (Marp); tests bring their own.
 */

/** Paths that start with this lead to the files that come with Lectern. */
export const builtInPrefix = 'lectern:';

/** What a path leads to. */
export type FileRead =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** The path leaves its root, by `..` or by a symbolic link. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Read access to the project and to the files that come with Lectern. */
export interface Files {
  /** Reads a file. `within` is a folder that the real path of the file must be in. Cannot fail. */
  read(path: string, within?: string): Promise<FileRead>;
  /** Names in a folder, folders with a final slash; sorted; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
}

/** What is in a file with an image of pixels. */
export type ImageRead =
  | {
      readonly kind: 'image';
      /** The image as a slide needs it: no larger, upright, in sRGB, without data about camera and place. */
      readonly bytes: Uint8Array;
      readonly widthPx: number;
      readonly heightPx: number;
      /** How many bytes smaller it became because it was larger than a slide can show; 0 when it was not. */
      readonly savedBytes: number;
    }
  | { readonly kind: 'damaged'; readonly reason: string };

/** A part of a picture, in its pixels. */
export interface Area {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Works on images of pixels. Safe to call concurrently. */
export interface Images {
  /** The same bytes give the same result, bytes included. Cannot fail. */
  prepare(bytes: Uint8Array, mediaType: string): Promise<ImageRead>;
  /**
   * Cuts parts out of a picture, each as WebP, at most `widthPx` wide. Throws when the picture does not have a part.
   * On one machine the same input gives the same bytes.
   */
  cut(picture: Uint8Array, areas: readonly Area[], widthPx: number): Promise<readonly Uint8Array[]>;
}

/** A document for the browser to show, with all it needs inside. */
export interface ShowJob {
  /** Names the deck in messages. */
  readonly deck: string;
  /** A complete HTML document. */
  readonly html: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A document to print: plain slides, one a page. */
export type PrintJob = ShowJob;

/** A document to take a picture of, as a screen shows it: from its upper left corner, so wide and so high. */
export interface PictureJob extends ShowJob {
  /** Pixels of the picture for each pixel of CSS: 1, or less for thumbnails. */
  readonly scale: number;
}

/** A document to measure: slides as they will be printed, with the lines of the Markdown on their blocks. */
export interface MeasureJob extends ShowJob {
  /** For each slide the ways in which it may be set, in the order in which they are tried. None is empty. */
  readonly steps: readonly (readonly FitStep[])[];
  /** A text is not set smaller than this, in CSS pixels. */
  readonly floorPx: number;
}

/** A document that was measured. The same document gives the same measures. */
export type Measured =
  | {
      readonly kind: 'measured';
      /** As many as there are slides. */
      readonly slides: readonly SlideMeasure[];
      readonly coarse: readonly Coarse[];
    }
  | NotShown;

/** What came of setting one slide in several ways. */
export interface SlideMeasure {
  /** The first step in which all of it can be seen and read; absent when there is none. */
  readonly fits?: number;
  /** The first step in which nothing is too wide; absent when there is none. */
  readonly fitsAcross?: number;
  /** The last step that was tried. */
  readonly tried: number;
  /** What is wrong in that step. */
  readonly faults: readonly FitFault[];
  /** How high the content below the heading is, in the tightest step with text in its own size, and how high it may be. */
  readonly neededPx: number;
  readonly roomPx: number;
}

/** Something on a slide that cannot be seen well. */
export interface FitFault {
  readonly kind: 'overflow' | 'overlap' | 'small-picture' | 'small-text' | 'squeezed-picture';
  /** The line of the slide's Markdown that it stands in, from 0, when that is known. */
  readonly line?: number;
  /** Which line of a listing it is, from 0. */
  readonly codeLine?: number;
  /** How far content reaches beyond the right or left edge; 0 for not at all. */
  readonly rightPx: number;
  /** How far content reaches beyond the lower or upper edge, or into another text; 0 for not at all. */
  readonly bottomPx: number;
  /** Of what is too small: the height of its text, or its longer side. */
  readonly sizePx?: number;
}

/** An image of pixels that is shown larger than its pixels allow, one of them for each pixel of CSS. */
export interface Coarse {
  /** Counts from 0. */
  readonly slide: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many characters its address has, which tells it from others of the same size. */
  readonly addressLength: number;
  /** The size that it is shown at, in CSS pixels. */
  readonly shownWidthPx: number;
  readonly shownHeightPx: number;
}

/** A document that was printed. */
export type Printed =
  | {
      readonly kind: 'printed';
      readonly pdf: Uint8Array;
    }
  | NotShown;

/** A document that a picture was taken of. On one machine the same document gives the same bytes. */
export type Pictured = { readonly kind: 'pictured'; readonly png: Uint8Array } | NotShown;

/** Why nothing came out of the browser. */
export type NotShown =
  /** The browser crashed or hung twice in a row on this document, or cannot read an image or a font in it. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The page asked for something that is not inside it. */
  | { readonly kind: 'blocked'; readonly urls: readonly string[] }
  | { readonly kind: 'no-browser'; readonly reason: string };

/** Shows documents in a real browser. Safe to call concurrently. */
export interface Browser {
  /** Starts the browser if that has not happened, so that it is up when the first document is ready. Cannot fail. */
  warmUp(): void;
  measure(job: MeasureJob): Promise<Measured>;
  print(job: PrintJob): Promise<Printed>;
  picture(job: PictureJob): Promise<Pictured>;
  /** Ends the browser and everything it started. */
  close(): Promise<void>;
}

/** What is wrong with a formula, a piece of code or a diagram. */
export interface EmbedFault {
  readonly code:
    | 'formula/invalid'
    | 'code/unknown-language'
    | 'diagram/unknown-kind'
    | 'diagram/invalid'
    | 'diagram/too-large';
  readonly message: string;
  readonly hint: string;
  /** Where in the text of the embed, 0-based, when that is known. */
  readonly at?: number;
}

export interface EngineInput {
  readonly markdown: string;
  readonly theme: Theme;
  /** Addresses of images by their path in the course. */
  readonly images: ReadonlyMap<string, string>;
  /** What the deck has in it: only that is loaded. */
  readonly needs: EngineNeeds;
}

export interface EngineNeeds {
  readonly formulas: boolean;
  readonly code: boolean;
  readonly charts: boolean;
  readonly diagrams: boolean;
}

export interface EngineOutput {
  readonly slides: readonly {
    /** `<section>…</section>` */
    readonly html: string;
    /** Plain text of the first heading; empty without one. */
    readonly heading: string;
    /** The line of the Markdown that it begins on, 0-based. */
    readonly line: number;
  }[];
  /** The style sheet of theme and layout, scoped to `div.marpit > div.slide > section`. */
  readonly css: string;
}

/** Renders Marp Markdown. Pure but for the time it takes: the same input gives the same output. */
export interface Engine {
  /** Whether the engine understands a formula, a language or a diagram, and a slide of this size has room for it. */
  check(embed: Embed, size: SlideSize): Promise<EmbedFault | undefined>;
  render(input: EngineInput): Promise<EngineOutput>;
}

/** Pictures of emoji. */
export interface EmojiSet {
  /** The SVG of an emoji, or undefined when it is not in the set. */
  svg(emoji: string): Promise<string | undefined>;
  /** What an emoji is called in a language, or else in English; undefined when it has no name. */
  name(emoji: string, language: string): Promise<{ readonly text: string; readonly language: string } | undefined>;
}

/** One file of a font family: one weight and style, for one range of characters. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As CSS: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
  /** Whether the file has a glyph for a code point within its range. */
  has(codePoint: number): Promise<boolean>;
  /** WOFF 2. With `text`, only the glyphs that it needs. */
  bytes(text?: string): Promise<Uint8Array>;
}

/** A typeface as it is installed. */
export interface FontFamily {
  readonly isSerif: boolean;
  /** The Latin ones first. */
  readonly files: readonly FontFile[];
}

/** The fonts that come with Lectern or are installed beside it. */
export interface Fonts {
  /** A family by its name; undefined when it is not installed. */
  family(name: string): Promise<FontFamily | undefined>;
  /** A font of KaTeX by its file name, such as `KaTeX_Main-Regular.woff2`. */
  formulaFont(fileName: string): Promise<Uint8Array>;
  /** Whether such a font has a glyph for a code point. */
  formulaFontHas(fileName: string, codePoint: number): Promise<boolean>;
}
