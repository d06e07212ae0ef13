import { expect, test } from 'vitest';
import { activationValue, hardError, largestError } from './activationValue';

test('the hard forms meet the smooth ones at 0 and far out', () => {
  for (const pair of ['sigmoid', 'swish'] as const) {
    expect(hardError(pair, 0)).toBe(0);
    expect(Math.abs(hardError(pair, 20))).toBeLessThan(1e-6);
    expect(Math.abs(hardError(pair, -20))).toBeLessThan(1e-6);
  }
});

test('h-swish is x * relu6(x + 3) / 6', () => {
  expect([-4, -3, -1.5, 0, 1, 3, 5].map((x) => activationValue('hardSwish', x))).toEqual([
    -0,
    -0,
    -0.375,
    0,
    4 / 6,
    3,
    5,
  ]);
});

test('h-swish is farthest from swish at its corners, by 3 (1 - sigmoid(3)) = 0.142', () => {
  const { x, error } = largestError('swish');
  expect(x).toBe(3);
  expect(error).toBeCloseTo(3 * (1 - 1 / (1 + Math.exp(-3))), 12);
});

test('h-sigmoid is farthest from sigmoid where their slopes agree', () => {
  // sigmoid'(x) = 1/6 at x = ln(2 + sqrt 3), and there the line is ahead by 0.0692.
  const { x, error } = largestError('sigmoid');
  expect(x).toBeCloseTo(Math.log(2 + Math.sqrt(3)), 6);
  expect(error).toBeCloseTo(0.0692, 4);
});
