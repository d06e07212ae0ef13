import { describe, expect, test } from 'vitest';
import { isCovered, nearestCovered, patchAround, windowAt } from './slidingPatch';

const padding = { top: 1, bottom: 1, left: 1, right: 1 };
const depthwise = { kernel: [3, 3], stride: 2, padding, groups: 8 } as const;
const pointwise = {
  ...depthwise,
  kernel: [1, 1],
  stride: 1,
  padding: { top: 0, bottom: 0, left: 0, right: 0 },
} as const;
const size = { height: 56, width: 56 };

test('a window begins in the padding at the border', () => {
  expect(windowAt(depthwise, { row: 0, column: 10 })).toEqual({
    rows: { from: -1, end: 2 },
    columns: { from: 19, end: 22 },
  });
});

describe('the patch around a window', () => {
  test('is as large as its values may be, and lies inside the map', () => {
    expect(patchAround(pointwise, size, { row: 20, column: 54 }, { channels: 144, most: 8192 })).toEqual({
      rows: { from: 17, end: 24 },
      columns: { from: 51, end: 56 },
    });
    expect(patchAround(depthwise, size, { row: 0, column: 0 }, { channels: 1, most: 8192 })).toEqual({
      rows: { from: 0, end: 45 },
      columns: { from: 0, end: 45 },
    });
  });

  test('goes a step further than the window, however many channels there are', () => {
    const place = { row: 9, column: 9 };
    const patch = patchAround(depthwise, size, place, { channels: 4096, most: 8192 });
    expect(isCovered(patch, depthwise, size, place, 1)).toBe(true);
    expect(isCovered(patch, depthwise, size, place, 2)).toBe(false);
    expect(isCovered(patch, depthwise, size, { row: 10, column: 8 })).toBe(true);
    expect(isCovered(patch, depthwise, size, { row: 11, column: 9 })).toBe(false);
  });
});

test('a kernel waits at the border of what was read', () => {
  const patch = patchAround(depthwise, size, { row: 9, column: 9 }, { channels: 4096, most: 8192 });
  expect(nearestCovered(patch, depthwise, size, { row: 9, column: 10 })).toEqual({ row: 9, column: 10 });
  expect(nearestCovered(patch, depthwise, size, { row: 0, column: 27 })).toEqual({ row: 8, column: 10 });
  const whole = { rows: { from: 0, end: 56 }, columns: { from: 0, end: 56 } };
  expect(nearestCovered(whole, depthwise, size, { row: 27, column: 0 })).toEqual({ row: 27, column: 0 });
});
