import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { sharpImages } from '../../src/io/images.ts';

const images = sharpImages();

/** A picture like a photograph: large soft spots of all colours. */
function picture(width: number, height: number): Sharp {
  const spots = Buffer.from(Array.from({ length: 12 * 8 * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(spots, { raw: { width: 12, height: 8, channels: 3 } }).resize({ width, height, fit: 'fill' });
}

async function prepared(bytes: Uint8Array, type: string) {
  const read = await images.prepare(bytes, `image/${type}`);
  if (read.kind === 'damaged') throw new Error(read.reason);
  return { ...read, metadata: await sharp(read.bytes, { animated: true }).metadata() };
}

const place = { IFD0: { Copyright: 'Ada' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };

describe('an image', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'stays as it is when a slide can show it: %s',
    async (type) => {
      const bytes = await picture(300, 200).toFormat(type).toBuffer();
      expect(await prepared(bytes, type)).toMatchObject({ bytes, widthPx: 300, heightPx: 200, savedBytes: 0 });
    },
  );

  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('is made smaller when it is far too large: %s', async (type) => {
    const bytes = await picture(4200, 2100)
      .toFormat(type, type === 'avif' ? { effort: 1 } : type === 'png' ? { compressionLevel: 1 } : {})
      .toBuffer();
    const { widthPx, heightPx, savedBytes, metadata, ...read } = await prepared(bytes, type);
    expect([widthPx, heightPx]).toEqual([2560, 1280]);
    expect([metadata.width, metadata.height]).toEqual([2560, 1280]);
    expect(metadata.format).toBe(type === 'avif' ? 'heif' : type);
    expect(savedBytes).toBe(bytes.length - read.bytes.length);
    expect(savedBytes).toBeGreaterThan(0);
  });

  it('a little larger than a slide needs is left alone', async () => {
    const bytes = await picture(3000, 1700).jpeg().toBuffer();
    expect((await prepared(bytes, 'jpeg')).bytes).toBe(bytes);
  });

  it('says neither where nor with what it was taken', async () => {
    const bytes = await picture(300, 200).withExif(place).jpeg().toBuffer();
    expect(bytes.includes('Ada')).toBe(true);
    const { metadata, ...read } = await prepared(bytes, 'jpeg');
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(read.bytes).includes('Ada')).toBe(false);
    expect(read.savedBytes).toBe(0);
  });

  it('stands upright', async () => {
    const bytes = await picture(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { widthPx, heightPx, metadata } = await prepared(bytes, 'jpeg');
    expect([widthPx, heightPx, metadata.width, metadata.height, metadata.orientation ?? 1]).toEqual([
      200, 300, 200, 300, 1,
    ]);
  });

  it('has the colours of screens', async () => {
    const cmyk = await picture(300, 200).toColourspace('cmyk').jpeg().toBuffer();
    expect((await prepared(cmyk, 'jpeg')).metadata.space).toBe('srgb');
    const deep = await picture(300, 200).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect((await prepared(deep, 'png')).metadata.depth).toBe('uchar');
  });

  it.each(['gif', 'webp'] as const)('that moves goes on moving: %s', async (type) => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 2800, height: 2800, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(type)
      .toBuffer();
    const { metadata, widthPx, heightPx } = await prepared(bytes, type);
    expect([metadata.pages, widthPx, heightPx]).toEqual([2, metadata.width, metadata.pageHeight ?? metadata.height]);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('that breaks off is damaged: %s', async (type) => {
    const bytes = await picture(300, 200).toFormat(type).toBuffer();
    for (const share of [0.1, 0.5, 0.9]) {
      const read = await images.prepare(bytes.subarray(0, Math.floor(bytes.length * share)), `image/${type}`);
      expect(read).toEqual({ kind: 'damaged', reason: expect.stringMatching(/^[a-z].*[^.]$/) });
    }
  });

  it('of the same bytes is the same, and is read once', async () => {
    const bytes = await picture(4000, 3000).jpeg().toBuffer();
    const [one, same, again] = await Promise.all([
      images.prepare(bytes, 'image/jpeg'),
      images.prepare(new Uint8Array(bytes), 'image/jpeg'),
      sharpImages().prepare(bytes, 'image/jpeg'),
    ]);
    expect(same).toBe(one);
    expect(again).toEqual(one);
  });
});

describe('a part of a picture', () => {
  it('is cut out as WebP, and made smaller where it is too wide', async () => {
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } })
      .composite([{ input: { create: { width: 30, height: 20, channels: 3, background: 'blue' } }, left: 60, top: 40 }])
      .png()
      .toBuffer();
    const blue = { leftPx: 60, topPx: 40, widthPx: 30, heightPx: 20 };
    const red = { ...blue, leftPx: 0, widthPx: 60 };
    const [whole, other] = (await images.cut(bytes, [blue, red], 640)) as [Uint8Array, Uint8Array];
    const [half] = await images.cut(bytes, [blue], 15);
    expect(await sharp(other).metadata()).toMatchObject({ width: 60, height: 20 });
    expect(await sharp(whole).metadata()).toMatchObject({ format: 'webp', width: 30, height: 20 });
    expect(await sharp(half).metadata()).toMatchObject({ width: 15, height: 10 });
    expect((await sharp(whole).stats()).dominant).toEqual({ r: 8, g: 8, b: 248 });
    expect(await images.cut(bytes, [blue, red], 640)).toEqual([whole, other]);
  });
});
