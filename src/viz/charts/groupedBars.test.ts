import { expect, test } from 'vitest';
import { groupedBars } from './groupedBars';

const place = { left: 100, right: 300, top: 20 };

test('bars of a group lie below one another, and groups below groups', () => {
  const { groups, height } = groupedBars(
    [
      { id: 'a', bars: ['here', 'paper'].map((kind) => ({ kind, value: 1 })) },
      { id: 'b', bars: ['here', 'paper'].map((kind) => ({ kind, value: 0.5 })) },
    ],
    place,
  );
  const bars = groups.flatMap((group) => group.bars);
  expect(bars.map(({ x }) => x)).toEqual([100, 100, 100, 100]);
  expect(bars.map(({ width }) => width)).toEqual([200, 200, 100, 100]);
  const tops = bars.map(({ y }) => y);
  expect(tops[0]).toBe(20);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  for (const [index, bar] of bars.entries()) expect(bar.y + bar.height).toBeLessThan(tops[index + 1] ?? Infinity);
  expect(height).toBeGreaterThanOrEqual((bars.at(-1)?.y ?? 0) + (bars.at(-1)?.height ?? 0));
});

test('a whisker spans what the value scatters over, within its bar', () => {
  const { groups } = groupedBars([{ id: 'a', bars: [{ kind: 'here', value: 0.5, low: 0.4, high: 0.6 }] }], place);
  const [bar] = groups.flatMap((group) => group.bars);
  expect(bar?.whisker).toMatchObject({ x1: 180, x2: 220 });
  expect(bar?.whisker?.y).toBeGreaterThan(bar?.y ?? NaN);
  expect(bar?.whisker?.y).toBeLessThan((bar?.y ?? 0) + (bar?.height ?? 0));
});
