import { expect, test } from 'vitest';
import { timeBetween } from './timeBetween';

test('what a run takes beyond its steps is the difference of the two figures shown, with the spread of the rounds', () => {
  expect(timeBetween([20, 21, 25], [16, 16, 17], 16)).toEqual({ median: 5, low: 4.5, high: 6.5 });
});

test('steps that take longer alone than in the run leave a negative time', () => {
  expect(timeBetween([46.2], [49.4], 49.4).median).toBeCloseTo(-3.2, 9);
});

test('the spread includes the difference shown, even where every round says otherwise', () => {
  expect(timeBetween([10, 20], [9, 19], 12)).toEqual({ median: 3, low: 1, high: 3 });
});
