import { expect, test } from 'vitest';
import { scaleOf } from './axis';
import { tradeoffAxes } from './tradeoffAxes';

test('puts more cost further right, more accuracy further up, and a tenfold cost at a fixed distance', () => {
  const points = [
    { x: 1e6, y: 50 },
    { x: 1e7, y: 60 },
    { x: 1e8, y: 70 },
  ];
  const axes = tradeoffAxes(points);
  const [x, y] = [scaleOf(axes.x, [0, 400]), scaleOf(axes.y, [300, 0])];
  const [small, middle, large] = points.map((point) => x.at(point.x));
  expect((middle ?? 0) - (small ?? 0)).toBeCloseTo((large ?? 0) - (middle ?? 0));
  const heights = points.map((point) => y.at(point.y));
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  expect(x.ticks.map(({ value }) => value)).toEqual([1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8]);
});
