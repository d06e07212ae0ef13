import { expect, test } from 'vitest';
import { filterStackOf } from './filterStack';

test('at most four filters are drawn', () => {
  expect([1, 3, 512].map((count) => filterStackOf({ kernel: 3, channels: 8, count }).cuboids.length)).toEqual([
    1, 3, 4,
  ]);
});

test('a pointwise filter is one cell wide and has no grid', () => {
  const { cuboids } = filterStackOf({ kernel: 1, channels: 1, count: 1 }, 10);
  expect(cuboids).toEqual([
    { top: 'M0,3l4,-3h10l-4,3Z', side: 'M10,3l4,-3v10l-4,3Z', front: 'M0,3h10v10h-10Z', grid: '' },
  ]);
});

test('every path stays inside the drawing', () => {
  const { width, height, cuboids } = filterStackOf({ kernel: 5, channels: 1024, count: 40 });
  for (const { front } of cuboids) {
    const [x = 0, y = 0] = (/M([\d.]+),([\d.]+)/.exec(front) ?? []).slice(1).map(Number);
    expect(x >= 0 && y >= 0 && x + 5 * 13 <= width && y + 5 * 13 <= height).toBe(true);
  }
});
