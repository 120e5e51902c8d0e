import type { Page } from 'puppeteer-core';

/** A font that text of a page is drawn with, as the browser says. */
export interface DrawnFont {
  readonly family: string;
  /** From the page itself, not from the system. */
  readonly isEmbedded: boolean;
}

interface DomNode {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
}

/**
 * The fonts of all text that a page shows, each once.
 * Source: https://chromedevtools.github.io/devtools-protocol/tot/CSS/#method-getPlatformFontsForNode
 */
export async function drawnFonts(page: Page): Promise<readonly DrawnFont[]> {
  const devtools = await page.createCDPSession();
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
  const fonts = new Map<string, DrawnFont>();
  const asked = elementsWithText(root as DomNode).map(async (nodeId) => {
    const found = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of found.fonts) {
      fonts.set(`${familyName} ${isCustomFont}`, { family: familyName, isEmbedded: isCustomFont });
    }
  });
  await Promise.all(asked);
  await devtools.detach();
  return [...fonts.values()];
}

/** Elements with text of their own, whose fonts the browser is asked for one by one. */
function elementsWithText(node: DomNode): readonly number[] {
  // The copy of a formula in words, which is for screen readers alone.
  if (node.attributes?.includes('katex-mathml')) return [];
  const children = node.children ?? [];
  const hasText = children.some((child) => child.nodeType === 3 && child.nodeValue.trim() !== '');
  return [...(hasText ? [node.nodeId] : []), ...children.flatMap(elementsWithText)];
}
