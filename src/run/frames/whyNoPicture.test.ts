import { expect, test } from 'vitest';
import { whyNoPicture } from './whyNoPicture';

test.each([
  ['an empty file', '', 'empty'],
  ['a picture of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0mif1', 'heic'],
  ['a PNG of which only the head is there', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'damaged'],
  ['a PNG of 600 x 600 cut short', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x58\0\0\x02\x58\x08\x06', 'damaged'],
  ['a drawing without a size', '<?xml version="1.0"?>\n<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>', 'noSize'],
  ['a drawing that ends early', '<svg xmlns="x" width="9" height="9"><path', 'damaged'],
  ['a JPEG cut short', '\xff\xd8\xff\xe0\0\x10JFIF', 'damaged'],
  ['a WebP cut short', 'RIFF\x10\0\0\0WEBPVP8 ', 'damaged'],
  ['a text that is named .jpg', 'Dear all, the homework', 'otherFormat'],
  ['a text that begins as a bitmap does', 'BM is short for bitmap', 'otherFormat'],
  ['a video', '\0\0\0\x20ftypisom\0\0\x02\0isom', 'otherFormat'],
] as const)('%s is told by how it begins', async (_, start, why) => {
  const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
  expect(await whyNoPicture(new Blob([bytes]))).toEqual({ reason: why });
});

test.each([
  ['PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06', 60_000, 60_000],
  ['JPEG', `\xff\xd8\xff\xe1\x7f\xff${'x'.repeat(0x7ffd)}\xff\xc2\0\x11\x08\xfd\xe8\xea\x60\x03`, 60_000, 65_000],
  ['WebP', 'RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x5f\xea\0\x5f\xea\0', 60_000, 60_000],
  ['GIF', 'GIF89a\xff\xff\xff\xff', 65_535, 65_535],
])('a %s with more pixels than a browser draws is told by its size', async (_, start, width, height) => {
  const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
  expect(await whyNoPicture(new Blob([bytes]))).toEqual({ reason: 'tooManyPixels', width, height });
});
