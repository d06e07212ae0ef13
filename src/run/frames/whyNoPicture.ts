import type { NoPicture } from '../errors/runError';

/** Bytes that tell a format. */
const headBytes = 32;

/** Why a browser draws nothing of `file`, by the bytes it begins with, whatever its name says. */
export async function whyNoPicture(file: Blob): Promise<NoPicture> {
  if (file.size === 0) return 'empty';
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (/^.{4}ftyp(hei[cfmsx]|hev[cx]|mif1|msf1)/s.test(text)) return 'heic';
  return pictureStarts.some((start) => start.test(text)) ? 'damaged' : 'otherFormat';
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
