import type { NoPicture } from '../errors/runError';

/** Bytes that tell a format. */
const headBytes = 1024;

/** Pixels: no browser draws a picture of more. */
const maxPixels = 2 ** 28;

/** Why a browser draws nothing of `file`, by the bytes it begins with, whatever its name says. */
export async function whyNoPicture(file: Blob): Promise<NoPicture> {
  if (file.size === 0) return 'empty';
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (/^.{4}ftyp(hei[cfmsx]|hev[cx]|mif1|msf1)/s.test(text)) return 'heic';
  if (pixelsOf(head, text) > maxPixels) return 'tooManyPixels';
  const drawing = /^[^<]*(?:<[?!][^>]*>\s*)*<svg\b(?<attributes>[^>]*)>/.exec(text)?.groups;
  if (drawing !== undefined) return /\swidth=/.test(drawing['attributes'] ?? '') ? 'damaged' : 'noSize';
  return pictureStarts.some((start) => start.test(text)) ? 'damaged' : 'otherFormat';
}

/** What the head of a PNG, GIF or BMP says of its size; 0 where it says nothing. */
function pixelsOf(head: Uint8Array, text: string): number {
  if (head.length < 26) return 0;
  const view = new DataView(head.buffer, head.byteOffset);
  if (/^\x89PNG\r\n.{6}IHDR/s.test(text)) return view.getUint32(16) * view.getUint32(20);
  if (/^BM/.test(text)) return view.getUint32(18, true) * Math.abs(view.getInt32(22, true));
  return text.startsWith('GIF8') ? view.getUint16(6, true) * view.getUint16(8, true) : 0;
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
