import type { Span } from './source.ts';

/**
 * An author's Markdown, understood once. Stages after parsing never look at raw Markdown again,
 * so nothing that the author typed can be read as something else further on.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  /** A harmless HTML element without attributes, such as `<sub>`. */
  | { readonly kind: 'element'; readonly tag: InlineTag; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean; readonly span: Span }
  /** `isSoft`: nothing but the end of a line in the text. A slide keeps it; running text on a page goes on behind it. */
  | { readonly kind: 'break'; readonly isSoft?: true }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title: string;
      readonly children: readonly Inline[];
      readonly span: Span;
    }
  | {
      readonly kind: 'image';
      readonly path: string;
      readonly alt: string;
      readonly title: string;
      readonly span: Span;
    };

/** The HTML elements that an author may write. All else that looks like HTML is text. */
export const inlineTags = ['sub', 'sup', 'kbd', 'mark', 'u', 'small', 'b', 'i', 'em', 'strong', 's'] as const;
export type InlineTag = (typeof inlineTags)[number];

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; absent for a list of bullets. */
      readonly start?: number;
      /** Items stand close together: no paragraphs of their own. */
      readonly tight: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | CodeBlock
  | {
      readonly kind: 'formula';
      readonly tex: string;
      readonly span: Span;
      /** Where each line of it stands in the file, unless the file writes it in another way. */
      readonly lines?: readonly Span[];
    }
  | {
      readonly kind: 'table';
      readonly align: readonly Alignment[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };

export type Alignment = 'left' | 'center' | 'right' | 'none';

/** Source code, or a diagram when the language is `mermaid`. */
export interface CodeBlock {
  readonly kind: 'code';
  /** Empty when the author named none. */
  readonly language: string;
  readonly text: string;
  /** Lines to point out, 1-based, as `2,4-6`; empty for none. */
  readonly highlight: string;
  /** The number of its first line, when its lines are numbered. */
  readonly firstLine?: number;
  /** Where the language is named, or else the code. */
  readonly span: Span;
}

/** Text without its markup: what a reader hears. Formulas are given as TeX, images by their alternative text. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'formula':
          return inline.tex;
        case 'image':
          return inline.alt;
        case 'break':
          return ' ';
        default:
          return plainText(inline.children);
      }
    })
    .join('');
}
