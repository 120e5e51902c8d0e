import { drawingAttributes, drawingElements } from './svg-lists.ts';

/**
 * The last word on what of a drawing gets into a page: elements and attributes by list, all text and all values escaped.
 * What comes before knows why something has to go and says so; this does not trust it.
 */
export async function guardSvg(svg: string): Promise<string> {
  const { default: sanitize } = await import('sanitize-html');
  return sanitize(svg, {
    parser: { xmlMode: true },
    allowedTags: [...drawingElements],
    allowedAttributes: { '*': [...drawingAttributes] },
    allowedSchemes: [],
    allowedSchemesByTag: { image: ['data'] },
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'completelyDiscard',
    nonTextTags: ['script', 'style', 'foreignObject', 'title', 'desc', 'metadata', 'textarea', 'option', 'xmp'],
    // Styles are checked value by value before; read again for each of thirty thousand paths they would take seconds.
    parseStyleAttributes: false,
    selfClosing: [],
  });
}
