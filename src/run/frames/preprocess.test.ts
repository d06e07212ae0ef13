import { describe, expect, test } from 'vitest';
import { largestDifference } from '../fixtures/opWitness';
import resizeWitness from '../fixtures/resizeWitness.json';
import { centreSquare, imageNetNormalisation, networkInput, type Pixels } from './preprocess';

/** Keeps values from 0 to 255 as they are. */
const unchanged = { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] } as const;

describe.each(Object.entries(resizeWitness.resized))('resized to %s pixels', (side, expected) => {
  test('a picture is the same as with Pillow', () => {
    const input = networkInput(
      opaque(resizeWitness.side, resizeWitness.side, resizeWitness.pixels),
      Number(side),
      unchanged,
    );
    expect(largestDifference(input, expected)).toBeLessThan(1e-3);
  });
});

test('a picture of the wanted size is used as it is', () => {
  const { side, pixels } = resizeWitness;
  expect(largestDifference(networkInput(opaque(side, side, pixels), side, unchanged), pixels)).toBeLessThan(1e-4);
});

test('only the centre square is used', () => {
  // Two black columns, a square of one colour, and another black column.
  const row = [0, 0, 0, 0, 0, 0, 9, 8, 7, 9, 8, 7, 0, 0, 0];
  expect(centreSquare(5, 2)).toEqual({ left: 1, top: 0, side: 2 });
  const shifted = opaque(4, 2, [...row.slice(3), ...row.slice(3)]);
  expect([...networkInput(shifted, 1, unchanged)].map(Math.round)).toEqual([9, 8, 7]);
});

test('each channel is normalised by its own mean and deviation', () => {
  const input = networkInput(opaque(1, 1, [255, 0, 128]), 1, imageNetNormalisation);
  expect(largestDifference(input, [(1 - 0.485) / 0.229, -0.456 / 0.224, (128 / 255 - 0.406) / 0.225])).toBeLessThan(
    1e-6,
  );
});

test('transparent pixels are blended over white', () => {
  const halfBlack: Pixels = { width: 1, height: 1, data: new Uint8Array([0, 0, 0, 51]) };
  expect([...networkInput(halfBlack, 1, unchanged)].map(Math.round)).toEqual([204, 204, 204]);
});

function opaque(width: number, height: number, rgb: readonly number[]): Pixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [index, value] of rgb.entries()) data[Math.floor(index / 3) * 4 + (index % 3)] = value;
  return { width, height, data };
}
