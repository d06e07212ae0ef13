import type { NoPicture } from '../errors/runError';
import { pictureSize } from './pictureSize';

/** Bytes that tell a format. */
const headBytes = 1024;

/** Bytes before which a JPEG says its size, behind a preview and a colour profile. */
const sizeBytes = 2 ** 20;

/** Pixels: no browser draws a picture of more. */
export const maxPixels = 2 ** 28;

/** Why a browser draws nothing of `file`, by the bytes it begins with, whatever its name says. */
export async function whyNoPicture(file: Blob): Promise<NoPicture> {
  if (file.size === 0) return { reason: 'empty' };
  const head = new Uint8Array(await file.slice(0, sizeBytes).arrayBuffer());
  const text = String.fromCharCode(...head.subarray(0, headBytes));
  if (/^.{4}ftyp(hei[cfmsx]|hev[cx]|mif1|msf1)/s.test(text)) return { reason: 'heic' };
  const drawing = /^[^<]*(?:<[?!][^>]*>\s*)*<svg\b(?<attributes>[^>]*)>/.exec(text)?.groups;
  if (drawing !== undefined) return { reason: /\swidth=/.test(drawing['attributes'] ?? '') ? 'damaged' : 'noSize' };
  if (!pictureStarts.some((start) => start.test(text))) return { reason: 'otherFormat' };
  const size = pictureSize(head);
  if (size === null || size.width * size.height <= maxPixels) return { reason: 'damaged' };
  return { reason: 'tooManyPixels', ...size };
}

/** How PNG, JPEG, GIF, WebP, AVIF and BMP files begin. */
const pictureStarts = [
  /^\x89PNG\r\n/,
  /^\xff\xd8\xff/,
  /^GIF8/,
  /^RIFF.{4}WEBP/s,
  /^.{4}ftypavi[fs]/s,
  /^BM.{4}\0\0\0\0/s,
];
