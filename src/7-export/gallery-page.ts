import { htmlDocument } from './document.ts';
import { escapeHtml } from './escape.ts';
import { fontTokenCss, siteCss, tokenCss } from './site-style.ts';

/** A look as the page of the gallery offers it. All text is plain. */
export interface GalleryEntry {
  readonly title: string;
  readonly slides: number;
  /** Some of its slides, as WebP; four look best. */
  readonly previews: readonly Uint8Array[];
  /** Ways to its files, such as `PDF`: only to what is there. The first one is the main one. */
  readonly links: readonly { readonly name: string; readonly href: string }[];
  /** Final values of the theme's tokens, as CSS. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** What the page of the gallery is made of. */
export interface GalleryPageInput {
  /** `@font-face` rules with the fonts of the first entry inside. */
  readonly fontCss: string;
  /** Never empty. */
  readonly entries: readonly GalleryEntry[];
}

const galleryCss = `
.cards{grid-template-columns:repeat(auto-fill,minmax(min(28rem,100%),1fr));align-items:start}
.previews{display:grid;grid-template-columns:1fr 1fr;gap:2px;border-bottom:1px solid var(--line);background:var(--line)}
.previews img{display:block;width:100%;height:auto}
.card-foot{display:flex;flex:1;flex-direction:column}
.links{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.875rem}
`.trim();

/** The page from which a gallery is opened: each theme in each size, in its own colours. Cannot fail. */
export function galleryPage({ fontCss, entries }: GalleryPageInput): string {
  return htmlDocument({
    language: 'en',
    title: 'Gallery',
    styles: [fontCss, `:root{${fontTokenCss(entries[0]?.tokens ?? new Map())}}`, siteCss, galleryCss],
    body: `<main class="index">
<h1>Gallery</h1>
<p class="quiet">The examples of all layouts in every theme and size.</p>
<ul class="cards">
${entries.map(card).join('\n')}
</ul>
</main>`,
  });
}

function card({ title, slides, previews, links, tokens }: GalleryEntry): string {
  const [main, ...others] = links;
  const images = previews.map(
    (image) => `<img src="data:image/webp;base64,${Buffer.from(image).toString('base64')}" alt="">`,
  );
  const name = main ? `<a href="${escapeHtml(main.href)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  // The style is an attribute, so that each card has the colours of its theme.
  return `<li class="card" style="${escapeHtml(tokenCss(tokens))}">
${images.length > 0 ? `<div class="previews">${images.join('')}</div>` : ''}
<div class="card-foot"><h2>${name}</h2>
<p class="facts">${slides} slides</p>
<p class="links">${others.map((link) => linkTo(link, title)).join('')}</p></div>
</li>`;
}

function linkTo({ name, href }: GalleryEntry['links'][number], title: string): string {
  return `<a class="download" href="${escapeHtml(href)}" aria-label="${escapeHtml(`${name}: ${title}`)}">${escapeHtml(name)}</a>`;
}
