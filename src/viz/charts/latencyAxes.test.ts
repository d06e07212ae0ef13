import { expect, test } from 'vitest';
import { scaleOf } from './axis';
import { latencyAxes } from './latencyAxes';
import type { ChartPoint } from './paths';

function placed(points: readonly ChartPoint[]) {
  const axes = latencyAxes(points);
  const [x, y] = [scaleOf(axes.x, [0, 300]), scaleOf(axes.y, [200, 0])];
  const at = (point: ChartPoint) => ({ px: x.at(point.x), py: y.at(point.y) });
  return { points: points.map(at), proportion: axes.proportion.map(at) };
}

test('points whose time goes with their cost are on the line', () => {
  const { points, proportion } = placed([10, 20, 80].map((x) => ({ x, y: x / 2 })));
  const [from = { px: 0, py: 0 }, to = { px: 1, py: 1 }] = proportion;
  const slope = (to.py - from.py) / (to.px - from.px);
  for (const { px, py } of points) expect(from.py + (px - from.px) * slope).toBeCloseTo(py, 6);
});

test('a slower network of the same cost is above the line, and everything is inside the box', () => {
  const { points } = placed([
    { x: 10, y: 5 },
    { x: 20, y: 10 },
    { x: 20, y: 90 },
  ]);
  const [, b, misfit] = points;
  expect(misfit?.py).toBeLessThan(b?.py ?? NaN);
  for (const { px, py } of points) expect(px > 0 && px < 300 && py > 0 && py < 200).toBe(true);
});

test('without points there is no line', () => {
  expect(latencyAxes([]).proportion).toEqual([]);
});
