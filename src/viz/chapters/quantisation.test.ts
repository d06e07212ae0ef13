import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantised, stairPoints, stepOf } from './quantisation';

test('three bits over 0 to 6 or 7 give eight values', () => {
  const inputs = Array.from({ length: 1001 }, (_, index) => (index / 1000) * 7);
  expect([...new Set(inputs.map((value) => quantised(value, 7, 3)))]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(inputs.map((value) => quantised(value, 6, 3))).size).toBe(8);
});

test('the rounding error is at most half a step, and values outside the range are clipped', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 6, max: 64 }),
      (value, bits, largest) => {
        expect(Math.abs(quantised(value, largest, bits) - value)).toBeLessThanOrEqual(stepOf(largest, bits) / 2 + 1e-9);
      },
    ),
  );
  expect([quantised(-1, 6, 4), quantised(60, 6, 4)]).toEqual([0, 6]);
});

test('stairs rise by one step halfway between two values', () => {
  const corners = stairPoints({ largest: 3, bits: 2 }, [-1, 4]);
  expect(corners.map(({ x, y }) => [x, y])).toEqual([
    [-1, 0],
    [0.5, 0],
    [0.5, 1],
    [1.5, 1],
    [1.5, 2],
    [2.5, 2],
    [2.5, 3],
    [4, 3],
  ]);
});
