import { expect, test } from 'vitest';
import { tradeoffScatterOf } from './tradeoffScatter';

test('puts more cost further right, more accuracy further up, and a tenfold cost at a fixed distance', () => {
  const { points, xTicks } = tradeoffScatterOf(
    [
      { id: 'small', x: 1e6, y: 50 },
      { id: 'middle', x: 1e7, y: 60 },
      { id: 'large', x: 1e8, y: 70 },
    ],
    { width: 400, height: 300 },
  );
  const [small, middle, large] = points.map(({ px }) => px);
  expect((middle ?? 0) - (small ?? 0)).toBeCloseTo((large ?? 0) - (middle ?? 0));
  expect(points.map(({ py }) => py)).toEqual([...points.map(({ py }) => py)].sort((a, b) => b - a));
  expect(xTicks.map(({ value }) => value)).toEqual([1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8]);
});
