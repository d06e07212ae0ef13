import { expect, test } from 'vitest';
import { axisFromZero, bandLength, countAxis, decadeAxis, linearAxis, logAxis, scaleOf } from './axis';

test('a linear axis has round ticks at even distances', () => {
  const { ticks } = scaleOf(linearAxis([48, 72], 6), [240, 0]);
  expect(ticks.map(({ value }) => value)).toEqual([50, 55, 60, 65, 70]);
  for (const { value, at } of ticks) expect(at).toBeCloseTo(240 - (value - 48) * 10, 9);
});

test('an axis from zero ends at a round value that is not below its largest', () => {
  expect(axisFromZero(7.2, 4)).toEqual({ kind: 'linear', domain: [0, 8], ticks: [0, 2, 4, 6, 8] });
  expect(axisFromZero(0, 4).domain).toEqual([0, 1]);
});

test('a count has ticks at whole numbers, however few', () => {
  expect([countAxis(0), countAxis(2), countAxis(100)].map(({ ticks }) => ticks)).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 20, 40, 60, 80, 100],
  ]);
});

test('equal ratios are equal distances on a logarithmic axis', () => {
  const axis = logAxis([1, 1000]);
  const { at } = scaleOf(axis, [0, 300]);
  expect([1, 10, 100, 1000].map((value) => Math.round(at(value)))).toEqual([0, 100, 200, 300]);
  expect(axis.ticks).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
});

test.each([
  [3.2e6, 3.3e6],
  [301e6, 301e6],
  [1, 1],
  [0.6, 0.7],
  [51, 99],
])('a logarithmic axis from %d to %d has two ticks at least, and all of its values', (from, to) => {
  const { domain, ticks } = logAxis([from, to]);
  expect(ticks.length).toBeGreaterThan(1);
  expect(domain[0]).toBeLessThanOrEqual(from);
  expect(domain[1]).toBeGreaterThanOrEqual(to);
  for (const tick of ticks) expect(tick >= domain[0] && tick <= domain[1]).toBe(true);
});

test.each([
  [72, 72],
  [0.1, 0.2],
  [71.9, 72.05],
])('a linear axis from %d to %d has two ticks at least', (from, to) => {
  const { domain, ticks } = linearAxis([from, to], 1);
  expect(ticks.length).toBeGreaterThan(1);
  expect(domain[1]).toBeGreaterThan(domain[0]);
});

test('an axis without values, or with none above zero, has two ticks too', () => {
  expect(axisFromZero(0, 4).ticks.length).toBeGreaterThan(1);
  expect(decadeAxis([0]).ticks).toEqual([1, 10]);
});

test('decades hold all values above zero, and there is at least one', () => {
  expect(decadeAxis([0, 3, 40])).toEqual({ kind: 'log', domain: [1, 100], ticks: [1, 10, 100] });
  expect(decadeAxis([10]).domain).toEqual([10, 100]);
});

test('rows follow one another downwards, with their numbers at their middles', () => {
  const rows = { kind: 'band', count: 3, size: 28, gap: 10 } as const;
  const { at, ticks, size } = scaleOf(rows, [bandLength(rows), 0]);
  expect([0, 1, 2].map(at)).toEqual([0, 38, 76]);
  expect(ticks.map((tick) => tick.at)).toEqual([14, 52, 90]);
  expect([bandLength(rows), size]).toEqual([104, 28]);
});
