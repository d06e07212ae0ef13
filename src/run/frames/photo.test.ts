import { expect, test } from 'vitest';
import { drawnSize } from './photo';

test.each([
  ['of a phone is read as it is', [4032, 3024], [4032, 3024]],
  ['of 108 megapixels is read in a ninth of them', [12000, 9000], [4096, 3072]],
  ['that is a thin line keeps a pixel of its width', [20000, 1], [4096, 1]],
] as const)('a photo %s', (_, [width, height], drawn) => {
  expect(drawnSize(width, height)).toEqual(drawn);
});
