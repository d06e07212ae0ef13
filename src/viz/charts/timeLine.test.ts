import { expect, it } from 'vitest';
import { timeLineOf } from './timeLine';

const events = [
  [2016, 2],
  [2016, 10],
  [2018, 1],
  [2020, 3],
] as const;

it('puts events between the years around them, in order', () => {
  const { years, events: marks } = timeLineOf(800, events);
  expect(years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020]);
  const xOf = (year: number): number => years.find((each) => each.year === year)?.x ?? NaN;
  const xs = marks.map(({ x }) => x);
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  expect(xs[1]).toBeGreaterThan(xOf(2016));
  expect(xs[1]).toBeLessThan(xOf(2017));
  expect(xs[2]).toBeGreaterThan(xOf(2018));
});

it('stays within its width, and ends each curve at its column', () => {
  const { years, events: marks } = timeLineOf(800, events);
  for (const { x } of [...years, ...marks]) expect(x).toBeLessThanOrEqual(792);
  expect(marks.map(({ path }) => path.split(' ').at(-2))).toEqual(['8', '208', '408', '608']);
});
