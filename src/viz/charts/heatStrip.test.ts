import { expect, test } from 'vitest';
import { heatStrip } from './heatStrip';

test('parts fill the strip by their weights', () => {
  const strip = heatStrip(
    [
      { id: 'stem', weight: 1 },
      { id: 'body', weight: 3 },
    ],
    400,
  );
  expect(strip).toEqual([
    { id: 'stem', x: 0, width: 99 },
    { id: 'body', x: 100, width: 299 },
  ]);
});

test('without weights all are equally wide, and none vanishes', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect(
    heatStrip(
      ids.map((id) => ({ id, weight: 0 })),
      100,
    ).map(({ x }) => x),
  ).toEqual([0, 25, 50, 75]);
  expect(
    heatStrip(
      [
        { id: 'a', weight: 0 },
        { id: 'b', weight: 1 },
      ],
      100,
    )[0]?.width,
  ).toBeGreaterThan(0);
});
