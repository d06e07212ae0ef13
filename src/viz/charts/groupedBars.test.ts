import { expect, test } from 'vitest';
import { bandLength, scaleOf } from './axis';
import { groupedBars, type BarGroup } from './groupedBars';

function placed(groups: readonly BarGroup<string>[]) {
  const rows = { kind: 'band', count: groups.length, size: 26, gap: 12 } as const;
  const height = bandLength(rows);
  const scales = { x: scaleOf({ kind: 'linear', domain: [0, 1], ticks: [] }, [0, 200]), y: scaleOf(rows, [0, height]) };
  return { bars: groupedBars(groups, scales).flatMap(({ bars }) => bars), height };
}

test('bars of a group are below one another, and groups below groups', () => {
  const { bars, height } = placed([
    { id: 'a', bars: ['here', 'paper'].map((kind) => ({ kind, value: 1 })) },
    { id: 'b', bars: ['here', 'paper'].map((kind) => ({ kind, value: 0.5 })) },
  ]);
  expect(bars.map(({ width }) => width)).toEqual([200, 200, 100, 100]);
  const tops = bars.map(({ y }) => y);
  expect(tops[0]).toBe(0);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  for (const [index, bar] of bars.entries()) expect(bar.y + bar.height).toBeLessThan(tops[index + 1] ?? Infinity);
  expect(height).toBeGreaterThanOrEqual((bars.at(-1)?.y ?? 0) + (bars.at(-1)?.height ?? 0));
});

test('a whisker spans the scatter of the value, within its bar', () => {
  const { bars } = placed([{ id: 'a', bars: [{ kind: 'here', value: 0.5, low: 0.4, high: 0.6 }] }]);
  const [bar] = bars;
  expect(bar?.whisker).toMatchObject({ x1: 80, x2: 120 });
  expect(bar?.whisker?.y).toBeGreaterThan(bar?.y ?? NaN);
  expect(bar?.whisker?.y).toBeLessThan((bar?.y ?? 0) + (bar?.height ?? 0));
});
