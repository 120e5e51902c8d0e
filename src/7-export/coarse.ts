import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { NamedAsset } from '../model/deck.ts';
import type { Coarse } from '../model/ports.ts';
import type { Rendered } from '../model/rendered.ts';

/** Says where the author named an image that the browser had to enlarge. Warning: asset/low-resolution. */
export function lowResolution({ deck, slides }: Rendered, image: Coarse): Diagnostic {
  const shown = slides[image.slide];
  const slide = deck.slides.find(({ id }) => id === shown?.id);
  const isIt = ({ path }: NamedAsset): boolean => {
    const asset = deck.assets.get(path);
    if (asset?.kind !== 'picture') return false;
    const addressLength = `data:${asset.mediaType};base64,`.length + Math.ceil(asset.bytes.length / 3) * 4;
    return (
      asset.widthPx === image.widthPx && asset.heightPx === image.heightPx && addressLength === image.addressLength
    );
  };
  const named = slide?.images.find(isIt);
  const what = named ? `"${named.path}"` : `An image on the slide "${shown?.title}"`;
  const { widthPx, heightPx, shownWidthPx, shownHeightPx } = image;
  return diagnose(
    'asset/low-resolution',
    named?.span ?? slide?.span ?? deck.section.title.span,
    `${what} has ${widthPx} × ${heightPx} pixels and is shown at ${shownWidthPx} × ${shownHeightPx}: it looks blurred.`,
    `Use an image with at least ${shownWidthPx} × ${shownHeightPx} pixels, better twice as many each way; or a drawing (SVG).`,
  );
}
