import { expect, test } from 'vitest';
import { commonDivisors, nearestIndex, steps } from './steps';

test('the nearest entry wins, and the smaller of two at the same distance', () => {
  expect(nearestIndex([1, 2, 3, 4, 8], 7)).toBe(4);
  expect(nearestIndex([1, 2, 3, 4, 8], 6)).toBe(3);
  expect(nearestIndex([1, 2, 3, 4, 8], -5)).toBe(0);
  expect(nearestIndex([1, 2, 3, 4, 8], 1e9)).toBe(4);
});

test('steps include both ends, carry no binary dust and end at the last one that fits', () => {
  expect(steps(0.1, 0.5, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(steps(32, 100, 32)).toEqual([32, 64, 96]);
  expect(steps(3, 3)).toEqual([3]);
  expect(steps(3, 2)).toEqual([]);
});

test('common divisors are the legal groups of a convolution', () => {
  expect(commonDivisors(24, 36)).toEqual([1, 2, 3, 4, 6, 12]);
});
