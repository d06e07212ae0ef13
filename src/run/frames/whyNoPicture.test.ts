import { expect, test } from 'vitest';
import { whyNoPicture } from './whyNoPicture';

test.each([
  ['an empty file', '', 'empty'],
  ['a picture of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0mif1', 'heic'],
  ['a PNG of which only the head is there', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'damaged'],
  ['a PNG of 60,000 x 60,000', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06', 'tooManyPixels'],
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
  expect(await whyNoPicture(new Blob([bytes]))).toBe(why);
});
