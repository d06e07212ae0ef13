import { expect, test } from 'vitest';
import { latencyScatterOf } from './latencyScatter';

const box = { width: 300, height: 200 };

test('points whose time goes with their cost lie on the line', () => {
  const data = [10, 20, 80].map((x) => ({ id: String(x), x, y: x / 2 }));
  const { points, proportion } = latencyScatterOf(data, box);
  const { x1, y1, x2, y2 } = proportion ?? { x1: 0, y1: 0, x2: 1, y2: 0 };
  for (const { px, py } of points) expect(y1 + ((px - x1) / (x2 - x1)) * (y2 - y1)).toBeCloseTo(py, 6);
});

test('a slower one of the same cost is above the line, and everything is inside the box', () => {
  const data = [
    { id: 'a', x: 10, y: 5 },
    { id: 'b', x: 20, y: 10 },
    { id: 'misfit', x: 20, y: 90 },
  ];
  const { points } = latencyScatterOf(data, box);
  const [, b, misfit] = points;
  expect(misfit?.py).toBeLessThan(b?.py ?? NaN);
  for (const { px, py } of points) expect(px > 0 && px < 300 && py > 0 && py < 200).toBe(true);
});

test('nothing to draw is no error', () => {
  expect(latencyScatterOf([], box)).toMatchObject({ points: [], proportion: null });
});
