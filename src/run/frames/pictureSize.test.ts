import { expect, test } from 'vitest';
import { pictureSize } from './pictureSize';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const app0 = '\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0';

test.each([
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\x02\x58\x08\x06', 60_000, 600],
  ['a JPEG with a baseline frame', `\xff\xd8${app0}\xff\xc0\0\x11\x08\x01\x2c\x02\x58\x03`, 600, 300],
  [
    'a progressive JPEG behind a table and filling bytes',
    `\xff\xd8\xff\xc4\0\x04ab\xff\xff\xff\xc2\0\x11\x08\xff\xdc\xff\xdb`,
    65_499,
    65_500,
  ],
  [
    'a JPEG whose preview is a JPEG',
    `\xff\xd8\xff\xe1\0\x0dab\xff\xc0\0\x11\x08\0\x09\0\x09\xff\xc0\0\x11\x08\0\x20\0\x10`,
    16,
    32,
  ],
  ['a GIF', 'GIF89a\x58\x02\x2c\x01', 600, 300],
  ['a lossy WebP', 'RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x30\x01\0\x9d\x01\x2a\xff\x7f\x10\x40', 16_383, 16],
  ['a lossless WebP', 'RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xff\xff\x0f', 16_384, 16_384],
  ['a WebP with extensions', 'RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x5f\xea\0\x57\x02\0', 60_000, 600],
  [
    'a bitmap that is stored from its top',
    'BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x58\x02\0\0\xd4\xfe\xff\xff',
    600,
    300,
  ],
])('%s gives its size', (_, head, width, height) => {
  expect(pictureSize(bytes(head))).toEqual({ width, height });
});

test.each([
  ['nothing', ''],
  ['a PNG cut short', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0'],
  ['a JPEG whose data come before its frame', '\xff\xd8\xff\xda\0\x04ab\xff\xc0\0\x11\x08\0\x20\0\x10'],
  ['a JPEG that ends in a segment', '\xff\xd8\xff\xe1\x7f\xff'],
  ['a JPEG without a marker where one has to be', `\xff\xd8${app0}text`],
  ['a WebP of another kind', 'RIFF\0\0\0\0WEBPVP8?\0\0\0\0\0\0\0\0\0\0\0\0\0\0'],
  ['a text', 'Dear all, the homework'],
])('%s gives none', (_, head) => {
  expect(pictureSize(bytes(head))).toBeNull();
});
