import { expect, test } from 'vitest';
import { distanceOf } from './distance';

test('a miss is a number of times, over or under', () => {
  expect(distanceOf(30, 10)).toEqual({ kind: 'factor', side: 'over', factor: 3 });
  expect(distanceOf(5, 10)).toEqual({ kind: 'factor', side: 'under', factor: 2 });
});

test('beyond a thousand times nobody counts', () => {
  expect(distanceOf(10_000, 10)).toEqual({ kind: 'factor', side: 'over', factor: 1000 });
  expect(distanceOf(1e300, 10)).toEqual({ kind: 'beyond', side: 'over' });
  expect(distanceOf(1e-9, 10)).toEqual({ kind: 'beyond', side: 'under' });
});

test('zero is no number of times too little', () => {
  expect(distanceOf(0, 10)).toEqual({ kind: 'none' });
});
