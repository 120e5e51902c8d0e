const used = [
  'primary',
  'on-primary',
  'accent',
  'background',
  'surface',
  'text',
  'muted',
  'border',
  'link',
  'radius',
] as const;

/** The typefaces of a page, as declarations. A page of several courses has those of one. */
export function fontTokenCss(tokens: ReadonlyMap<string, string>): string {
  return declarations(tokens, ['font-body', 'font-heading']);
}

/** The other tokens that {@link siteCss} uses, as declarations. Values are CSS, checked by type when the theme was resolved. */
export function tokenCss(tokens: ReadonlyMap<string, string>): string {
  return declarations(tokens, used);
}

const declarations = (tokens: ReadonlyMap<string, string>, names: readonly string[]): string =>
  names.flatMap((name) => (tokens.has(name) ? [`--${name}:${tokens.get(name)}`] : [])).join(';');

/**
 * The style of the index and of course pages. It uses the tokens of the course as the lecture theme does: the main colour,
 * darkened by the ink, as the cover, with rings that spread in it like a voice in a room. A token that a theme
 * does not have has a fallback here. Rules are for text first; what a wide screen, a pointer or paper changes comes last.
 */
export const siteCss = `
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body,.card{
  --p:var(--primary,#2443ac);--op:var(--on-primary,#fff);--ink:var(--text,#18202f);--paper:var(--background,#fff);
  --box:var(--surface,#f3f5fb);--quiet:var(--muted,#525d73);--line:var(--border,#d3daea);
  --heading:color-mix(in oklab,var(--p) 55%,var(--ink));--cover:color-mix(in oklab,var(--p) 72%,var(--ink));
  --ring-1:color-mix(in oklab,var(--p) 79%,var(--ink));--ring-2:color-mix(in oklab,var(--p) 86%,var(--ink));
  --ring-3:color-mix(in oklab,var(--p) 93%,var(--ink));--ring:7rem;--x:calc(100% - 9rem);--y:46%;
  --rings:radial-gradient(circle at var(--x) var(--y),var(--p) calc(var(--ring) - .5px),var(--ring-3) calc(var(--ring) + .5px),
    var(--ring-3) calc(var(--ring)*1.6 - .5px),var(--ring-2) calc(var(--ring)*1.6 + .5px),
    var(--ring-2) calc(var(--ring)*2.4 - .5px),var(--ring-1) calc(var(--ring)*2.4 + .5px),
    var(--ring-1) calc(var(--ring)*3.4 - .5px),var(--cover) calc(var(--ring)*3.4 + .5px));
}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--font-body,"Source Sans 3"),sans-serif;line-height:1.5}
[dir=rtl] body{--x:9rem}
h1,h2,h3,p,ul,ol{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3{font-family:var(--font-heading,"Source Sans 3"),sans-serif;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
a{color:var(--link,#1d4ed8);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--p);outline-offset:3px;border-radius:4px}
.inner{max-width:72rem;margin:0 auto;padding:0 clamp(1.25rem,4vw,3rem)}
.facts{color:var(--quiet);font-size:.9375rem;font-variant-numeric:tabular-nums}

.cover{background:var(--cover) var(--rings);color:var(--op)}
.cover .inner{padding-top:1.5rem;padding-bottom:clamp(2.5rem,6vw,4.5rem)}
.cover a{color:inherit}
.cover :focus-visible{outline-color:var(--op)}
.cover .home{display:inline-block;padding:.25rem 0;font-size:.9375rem}
.cover h1{max-width:18ch;margin-top:clamp(2rem,6vw,4.5rem);font-size:clamp(2.5rem,7vw,4.5rem);line-height:1.05;letter-spacing:-.015em}
.cover .subtitle{max-width:36ch;margin-top:.75rem;font-size:clamp(1.1875rem,2.4vw,1.5rem);line-height:1.35;text-wrap:balance}
.cover .people{display:flex;flex-wrap:wrap;gap:.125rem 1.75rem;margin-top:1.75rem;font-weight:600}
.cover .role{font-weight:400}
.cover .facts{margin-top:1.75rem;color:inherit}
.cover .people+.facts{margin-top:.25rem}
/* A logo is drawn for the paper of the theme: on the cover it brings a piece of it along. */
.logo{float:inline-end;max-width:11rem;height:3.5rem;padding:.625rem .875rem;border-radius:calc(var(--radius,12px)*.75);background:var(--paper)}

.about{max-width:44rem;padding-top:clamp(2rem,4vw,3.25rem);font-size:1.1875rem;line-height:1.6}
.about>*+*{margin-top:.75em}
:is(.about,.objectives) :is(img:not(.emoji),svg.figure){max-width:100%;height:auto;vertical-align:middle}
:is(.about,.objectives) :is(img,svg.figure):not(.emoji,.themed){background:#fff}
:is(.about,.objectives) svg.figure{width:min(var(--width),100%)}
:is(.about,.objectives) img.emoji{width:1.05em;height:1.05em;vertical-align:-.14em}
.about :is(ul,ol){padding-inline-start:1.4em;list-style:revert}
.contents{margin-top:2rem;padding:1.125rem 1.5rem;border-radius:var(--radius,12px);background:var(--box)}
.contents ol{display:grid;gap:.25rem 2rem;padding-inline-start:1.4em;list-style:decimal}
.contents a{color:var(--heading)}

.lesson{display:grid;gap:1.5rem 3.5rem;margin-top:clamp(2.5rem,5vw,4rem);padding-top:clamp(2rem,4vw,3rem);border-top:1px solid var(--line)}
.lesson:last-child{padding-bottom:clamp(3rem,8vw,6rem)}
.lesson .number{color:var(--accent,#b8400c);font-weight:700}
.lesson h2{margin-top:.125rem;color:var(--heading);font-size:clamp(1.625rem,3vw,2.125rem)}
.lesson .subtitle{margin-top:.375rem;color:var(--quiet);font-size:1.125rem;line-height:1.4}
.lesson-head .facts{margin-top:.5rem}
.lesson-head h3{margin-top:1.5rem;font-size:1rem}
.objectives{margin-top:.5rem}
.objectives li{position:relative;padding-inline-start:1.375rem}
.objectives li+li{margin-top:.375rem}
.objectives li::before{position:absolute;inset-inline-start:.125rem;top:.58em;width:.5rem;height:.5rem;border-radius:50%;
  border:2px solid var(--p);content:""}

.decks{display:grid;gap:.75rem;align-content:start}
.deck{position:relative;display:flex;align-items:center;gap:.875rem 1rem;min-height:4.75rem;padding:.75rem 1rem;
  border:1px solid var(--line);border-radius:var(--radius,12px);background:var(--paper)}
.icon{flex:none;display:grid;place-content:center;width:3rem;height:3rem;border-radius:calc(var(--radius,12px)*.75);background:var(--box)}
.icon:empty{width:.375rem;background:var(--p);border-radius:3px}
.icon img{display:block;width:1.75rem;height:1.75rem}
.deck-text{flex:1;min-width:0}
.deck h3{font-size:1.1875rem;line-height:1.3;text-wrap:pretty}
.deck h3 a{color:var(--heading);text-decoration:none}
.deck h3 a::after{position:absolute;inset:0;border-radius:inherit;content:""}
.deck h3 a:focus-visible{outline:none}
.deck h3 a:focus-visible::after{border-radius:var(--radius,12px);outline:3px solid var(--p);outline-offset:2px}
.download{position:relative;flex:none;display:inline-grid;place-content:center;min-width:3.5rem;min-height:2.75rem;padding:0 .875rem;
  border:1px solid var(--line);border-radius:calc(var(--radius,12px)*.75);background:var(--paper);color:var(--heading);
  font-size:.9375rem;font-weight:600;text-decoration:none}

.index{max-width:76rem;margin:0 auto;padding:clamp(2rem,6vw,5rem) clamp(1.25rem,4vw,3rem)}
.index h1{font-size:clamp(2.25rem,5vw,3.25rem);letter-spacing:-.01em}
.index .quiet{margin-top:1rem;color:var(--quiet)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:1.75rem;margin-top:2.25rem}
.card{position:relative;display:flex;flex-direction:column;overflow:hidden;border:1px solid var(--line);
  border-radius:calc(var(--radius,12px)*1.25);background:var(--paper);color:var(--ink);--ring:4.25rem;--x:calc(100% - 3rem);--y:100%}
[dir=rtl] .card{--x:3rem}
.card-cover{display:flex;flex:1;flex-direction:column;justify-content:flex-end;min-height:13.5rem;padding:1.5rem;
  background:var(--cover) var(--rings);color:var(--op)}
.card h2{max-width:14ch;font-size:1.75rem;line-height:1.12}
.card h2 a{color:inherit;text-decoration:none}
.card h2 a::after{position:absolute;inset:0;content:""}
.card h2 a:focus-visible{outline:none}
.card:focus-within:has(:focus-visible){outline:3px solid var(--p);outline-offset:3px}
.card .subtitle{max-width:26ch;margin-top:.5rem;line-height:1.35}
.card-foot{padding:1rem 1.5rem 1.125rem}
.card .people{font-weight:600}
:is([dir=rtl],:lang(hi)) :is(h1,h2,h3){line-height:1.26;letter-spacing:normal}

@media (min-width:60rem){
  .lesson{grid-template-columns:minmax(0,21rem) minmax(0,1fr)}
  .contents ol{grid-template-columns:1fr 1fr}
}
@media (max-width:40rem){
  body{--ring:4rem;--x:100%;--y:0%}
  [dir=rtl] body{--x:0%}
}
@media (hover:hover){
  .deck:hover{border-color:var(--p);box-shadow:0 0 0 1px var(--p)}
  .deck h3 a:hover,.card h2 a:hover,.download:hover{text-decoration:underline}
  .download:hover{border-color:var(--p)}
  .card:hover{box-shadow:0 10px 30px rgb(20 22 30/.16)}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
  @page{margin:18mm 16mm}
  html{font-size:10.5pt}
  /* Paper is white and printers leave backgrounds out, whatever the theme. */
  body,.card{--paper:#fff;--box:#fff;--ink:#18202f;--quiet:#525d73;--line:#c8cedb;--heading:#18202f;--op:#18202f;background:none}
  .lesson .number,.about a,.card-cover{color:var(--ink);background:none}
  .inner,.cover .inner,.index{max-width:none;padding:0}
  .cover{padding-bottom:1rem;border-bottom:3pt solid var(--p);background:none;color:var(--ink)}
  .cover h1{margin-top:0;font-size:30pt}
  .cover .home,.contents,.download{display:none}
  .lesson{display:block;margin-top:1.5rem;padding-top:1.25rem}
  .lesson:last-child{padding-bottom:0}
  .decks{display:block;margin-top:1rem}
  .deck{min-height:0;padding:.375rem 0;border:0;border-top:.5pt solid var(--line);border-radius:0;break-inside:avoid}
  .icon{width:1.75rem;height:1.75rem;background:none}
  .lesson-head,.card{break-inside:avoid}
}
`.trim();
