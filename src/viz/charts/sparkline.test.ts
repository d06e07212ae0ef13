import { expect, test } from 'vitest';
import { sparklineOf } from './sparkline';

const box = { width: 99, height: 10, slots: 100 };

test('the newest value is at the right end, and the largest touches the top', () => {
  expect(sparklineOf([5, 20, 10], box)).toEqual({
    line: 'M97,7.5L98,0L99,5',
    area: 'M97,7.5L98,0L99,5L99,10L98,10L97,10Z',
    max: 20,
  });
});

test('values beyond the slots drop out at the left', () => {
  const values = Array.from({ length: 150 }, () => 1);
  expect(sparklineOf(values, box).line).toBe(sparklineOf(values.slice(-100), box).line);
  expect(sparklineOf(values, box).line.startsWith('M0,0L')).toBe(true);
});

test('nothing is drawn of no values', () => {
  expect(sparklineOf([], box)).toMatchObject({ line: '', area: '' });
});
