/** Finds images of pixels that are shown larger than they are. */
import type { Coarse } from '../../model/ports.ts';
import type { Devtools } from './launch.ts';

/** Looks at every image of the document that is laid out in the page. Rejects when the browser goes away. */
export async function measureCoarse(devtools: Devtools): Promise<readonly Coarse[]> {
  const { result } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true });
  // The value of the expression below; the protocol leaves its type open.
  return result.value as readonly Coarse[];
}

/**
 * Runs in the page, which itself may run nothing. An image keeps its shape within its box, without its padding and its
 * border. A twentieth more than its pixels cannot be seen.
 */
const expression = `[...document.querySelectorAll('.marpit')].flatMap((slide, index) =>
  [...slide.querySelectorAll('img')].flatMap((image) => {
    const address = image.currentSrc || image.src;
    const { naturalWidth, naturalHeight, clientWidth, clientHeight } = image;
    if (address.startsWith('data:image/svg') || naturalWidth === 0 || naturalHeight === 0) return [];
    const style = getComputedStyle(image);
    const sum = (...names) => names.reduce((total, name) => total + parseFloat(style[name]), 0);
    const across = (clientWidth - sum('paddingLeft', 'paddingRight')) / naturalWidth;
    const down = (clientHeight - sum('paddingTop', 'paddingBottom')) / naturalHeight;
    const scale = style.objectFit === 'contain' ? Math.min(across, down) : Math.max(across, down);
    if (!(scale > 1.05)) return [];
    return [{
      slide: index,
      widthPx: naturalWidth,
      heightPx: naturalHeight,
      addressLength: address.length,
      shownWidthPx: Math.round(naturalWidth * scale),
      shownHeightPx: Math.round(naturalHeight * scale),
    }];
  }),
)`;
