import sharp, { type Sharp } from 'sharp';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import type { Pixels } from '../src/run/frames/preprocess';
import { readBytes } from './readFile';

/** A decoded image file. `damage` says why a file that was drawn all the same is not whole. */
export type ImageFile = { readonly pixels: Pixels; readonly damage: string | null };

/** 1.2 GB at 4 bytes each; the sensors of today's phones have up to 200 million. */
const maxPixels = 300e6;

/** An image that refines in passes takes 12 bytes a pixel more until it is whole. */
const maxProgressivePixels = 100e6;

/** More pixels than this a byte are one colour or damage; only a large image is asked. */
const maxPixelsPerByte = 5000;

// The formats that browsers draw. The library's other readers (SVG, PDF, TIFF) never see a byte.
const readers = ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif'];
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: readers.map((reader) => `VipsForeignLoad${reader}`) });

/**
 * Decodes a PNG, JPEG, WebP, GIF (its first frame) or AVIF file as browsers do: upright by its EXIF orientation, in
 * sRGB, and as far as it goes where it is damaged. Files of more than 300 megapixels are refused by their header.
 */
export async function readImage(path: string): Promise<Result<ImageFile>> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const size = await sizeOf(bytes.value);
  if (!size.ok) return failure(`${path}: ${size.error}`);
  const fault = sizeFault(size.value, bytes.value.length);
  if (fault !== null) return failure(`${path}: ${fault}`);
  const whole = await decode(sharp(bytes.value, { failOn: 'warning', limitInputPixels: maxPixels }));
  if (whole.ok) return success({ pixels: whole.value, damage: null });
  const partial = await decode(sharp(bytes.value, { failOn: 'none', limitInputPixels: maxPixels }));
  if (!partial.ok) return failure(`${path}: damaged image (${partial.error})`);
  return success({ pixels: partial.value, damage: `${path}: damaged image, drawn as far as it goes (${whole.error})` });
}

type Size = { readonly width: number; readonly height: number; readonly isProgressive?: boolean };

/** Why an image of this size is not decoded, or null. */
function sizeFault({ width, height, isProgressive = false }: Size, fileBytes: number): string | null {
  const pixels = width * height;
  const got = `got ${width} x ${height}, ${Math.ceil(pixels / 1e6)} megapixels`;
  const max = isProgressive ? maxProgressivePixels : maxPixels;
  if (pixels > max) {
    const kind = isProgressive ? ' of a progressive or interlaced image' : '';
    return `too large (${got}, wanted at most ${max / 1e6}${kind})`;
  }
  const isHollow = pixels > 16e6 && pixels > fileBytes * maxPixelsPerByte;
  return isHollow ? `damaged image (${got} in a file of ${fileBytes} bytes)` : null;
}

/** The size in the header; nothing is decoded. */
async function sizeOf(bytes: Uint8Array): Promise<Result<Size>> {
  try {
    return success(await sharp(bytes, { limitInputPixels: false }).metadata());
  } catch (error) {
    const isKnown = signatures.some(({ at, text }) => text.every((byte, index) => bytes[at + index] === byte));
    return failure(isKnown ? `damaged image (${reasonOf(error)})` : `not an image (wanted ${formats})`);
  }
}

const formats = 'PNG, JPEG, WebP, GIF or AVIF';

const signatures = [
  { at: 0, text: [0x89, 0x50, 0x4e, 0x47] }, // PNG
  { at: 0, text: [0xff, 0xd8] }, // JPEG
  { at: 8, text: [0x57, 0x45, 0x42, 0x50] }, // RIFF....WEBP
  { at: 0, text: [0x47, 0x49, 0x46, 0x38] }, // GIF8
  { at: 4, text: [0x66, 0x74, 0x79, 0x70] }, // ....ftyp, AVIF
];

async function decode(image: Sharp): Promise<Result<Pixels>> {
  try {
    const { data, info } = await image
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return success({ width: info.width, height: info.height, data });
  } catch (error) {
    return failure(reasonOf(error));
  }
}

/** The library's messages have a line for each of its layers; the last says it all. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  const reason = (lines.at(-1) ?? '').replace(/^Input buffer has corrupt header: ?/, '').replace(/^\w+: /, '');
  return reason === '' ? 'its header is unreadable' : reason;
}
