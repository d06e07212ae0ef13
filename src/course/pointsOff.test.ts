import { expect, test } from 'vitest';
import { pointsOff } from './pointsOff';

test('points are the difference of the numbers that show', () => {
  expect(pointsOff(12.5, 50, 0)).toBe(37.5);
  expect(pointsOff(40, 96.2345, 1)).toBe(56.2);
  expect(pointsOff(100, 8.06, 1)).toBe(91.9);
  expect(pointsOff(33.333333, 50, 0)).toBe(16.67);
  expect(pointsOff(12.5, 12.5, 1)).toBe(0);
});
