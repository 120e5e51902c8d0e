import { createHash } from 'node:crypto';
import type { Metadata, Sharp } from 'sharp';
import type { ImageRead, Images } from '../model/ports.ts';

/** A slide of 1280 × 720 on a screen with two pixels for each of CSS. */
const fullWidthPx = 2560;
const fullHeightPx = 1440;

/** An image is made smaller when it has this many times the pixels that a full slide can show. */
const tooMany = 2;

/** Images of pixels, read with sharp, which is loaded with the first of them. Each content is read once. */
export function sharpImages(): Images {
  const known = new Map<string, Promise<ImageRead>>();
  return {
    prepare(bytes, mediaType) {
      const key = `${mediaType} ${createHash('sha256').update(bytes).digest('hex')}`;
      const reading = known.get(key) ?? read(bytes, mediaType);
      known.set(key, reading);
      return reading;
    },
    async cut(picture, areas, atMostPx) {
      const { default: sharp } = await import('sharp');
      // A picture of many slides is decoded once, which takes longer than all the rest.
      const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const { width, height, channels } = info;
      const parts = areas.map(({ leftPx, topPx, widthPx, heightPx }) =>
        sharp(data, { raw: { width, height, channels } })
          .extract({ left: leftPx, top: topPx, width: widthPx, height: heightPx })
          .resize({ width: atMostPx, withoutEnlargement: true })
          .webp({ quality: 80, smartSubsample: true, effort: 5 })
          .toBuffer(),
      );
      return (await Promise.all(parts)).map((part) => new Uint8Array(part));
    },
  };
}

async function read(bytes: Uint8Array, mediaType: string): Promise<ImageRead> {
  const { default: sharp } = await import('sharp');
  // A damaged picture is reported; what some camera wrote into it in a careless way is not.
  const open = (): Sharp => sharp(bytes, { failOn: 'error', animated: true });
  try {
    const metadata = await open().metadata();
    const { width, height } = sizeOf(metadata);
    const scale = scaleFor(width, height);
    if (isMoving(bytes) || (scale === 1 && isPlain(metadata, mediaType))) {
      // All of it is decoded once, because a file can break off anywhere.
      await open().resize({ width: 16, kernel: 'nearest', fastShrinkOnLoad: false }).raw().toBuffer();
      return { kind: 'image', bytes, widthPx: width, heightPx: height, savedBytes: 0 };
    }
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const image = open()
      .autoOrient()
      .resize(scale === 1 ? undefined : { ...size, fit: 'fill' });
    const smaller = new Uint8Array(await written(image, mediaType, metadata, bytes).toBuffer());
    if (smaller.length >= bytes.length && isPlain(metadata, mediaType)) {
      return { kind: 'image', bytes, widthPx: width, heightPx: height, savedBytes: 0 };
    }
    const savedBytes = scale === 1 ? 0 : Math.max(0, bytes.length - smaller.length);
    return { kind: 'image', bytes: smaller, widthPx: size.width, heightPx: size.height, savedBytes };
  } catch (error) {
    return { kind: 'damaged', reason: reasonOf(error) };
  }
}

/** The size as it is seen: upright, and of one picture of an animation. */
function sizeOf({ autoOrient, pages = 1, pageHeight }: Metadata) {
  return { width: autoOrient.width, height: pages > 1 && pageHeight !== undefined ? pageHeight : autoOrient.height };
}

function scaleFor(width: number, height: number): number {
  const scale = Math.min(1, fullWidthPx / width, fullHeightPx / height);
  return scale * scale * tooMany < 1 ? scale : 1;
}

/**
 * Whether a file can go into a deck as it is. Not so when it says where and with what a picture was taken, when it lies
 * on its side, or when its colours are not those of screens: then browsers and PDFs would not agree.
 */
function isPlain(
  { exif, xmp, iptc, comments, orientation = 1, space, icc, depth }: Metadata,
  mediaType: string,
): boolean {
  if (exif || xmp || iptc || (comments?.length ?? 0) > 0 || orientation !== 1) return false;
  if (mediaType === 'image/png' && depth === 'ushort') return false;
  return space !== 'cmyk' && (icc === undefined || icc.toString('latin1').replaceAll('\0', '').includes('sRGB'));
}

/** Animations that sharp takes for still pictures: writing them anew would stop them. Source: APNG, AVIF 1.1 ("avis"). */
function isMoving(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (start.startsWith('\u0089PNG') && start.includes('acTL')) || start.slice(4, 12) === 'ftypavis';
}

/** The image in the type of its file, at a quality at which slides show no difference. Without metadata, in sRGB. */
function written(image: Sharp, mediaType: string, metadata: Metadata, bytes: Uint8Array): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      return image.jpeg({
        quality: 88,
        chromaSubsampling: metadata.chromaSubsampling?.startsWith('4:4:4') ? '4:4:4' : '4:2:0',
      });
    case 'image/webp':
      return image.webp({
        quality: 88,
        lossless: Buffer.from(bytes.subarray(0, 64)).toString('latin1').includes('VP8L'),
      });
    case 'image/gif':
      return image.gif();
    case 'image/avif':
      return image.avif({ quality: 65, effort: 2 });
    default:
      return image.png({ compressionLevel: 7, palette: metadata.isPalette === true });
  }
}

/** libvips speaks of its buffers and loaders. What it says about a parameter is a mistake of ours. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (message === '' || message.startsWith('Expected ')) throw error;
  if (message.includes('pixel limit')) return 'it has more pixels than can be read';
  return 'it is damaged, or breaks off before its end';
}
