import { expect, test } from 'vitest';
import { whyNoPicture } from './whyNoPicture';

test.each([
  ['an empty file', '', 'empty'],
  ['a picture of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0mif1', 'heic'],
  ['a PNG of which only the head is there', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'damaged'],
  ['a JPEG cut short', '\xff\xd8\xff\xe0\0\x10JFIF', 'damaged'],
  ['a WebP cut short', 'RIFF\x10\0\0\0WEBPVP8 ', 'damaged'],
  ['a text that is named .jpg', 'Dear all, the homework', 'otherFormat'],
  ['a text that begins as a bitmap does', 'BM is short for bitmap', 'otherFormat'],
  ['a video', '\0\0\0\x20ftypisom\0\0\x02\0isom', 'otherFormat'],
] as const)('%s is told by how it begins', async (_, start, why) => {
  const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
  expect(await whyNoPicture(new Blob([bytes]))).toBe(why);
});
