import { expect, test } from 'vitest';
import { cornerAt, fittingTiling, indexAt, sizeOf, wholeTile } from './tiling';

test.each([
  [16, 112],
  [1280, 7],
  [3, 224],
  [240, 28],
])('%d maps of %d pixels fit, apart from each other', (count, side) => {
  const tiling = fittingTiling(count, [side, side], { width: 800, maxHeight: 500 });
  const { width, height } = sizeOf(tiling, count);
  expect(width).toBeLessThanOrEqual(800);
  expect(height).toBeLessThanOrEqual(500);
  expect(tiling.gap).toBeGreaterThanOrEqual(3);
  for (const channel of [0, 1, count - 1]) {
    const { x, y } = cornerAt(tiling, channel);
    expect(indexAt(tiling, count, x + 1, y + 1)).toBe(channel);
  }
  expect(indexAt(tiling, count, -1, 5)).toBeNull();
  expect(indexAt(tiling, count, 5, height + tiling.gap + 1)).toBeNull();
});

test('a map grows by whole pixels, and one of more than 96 values a side is reduced before', () => {
  expect([7, 14, 28, 55, 56, 112, 224].map((side) => wholeTile(250, side))).toEqual([
    245, 238, 224, 220, 224, 224, 225,
  ]);
  expect(wholeTile(40, 56)).toBe(40);
});
