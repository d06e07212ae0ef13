import { expect, test } from 'vitest';
import { histogramOf } from '../../nets/maps/histogram';
import { activationCurve, axisTicks } from './activationCurve';

const inputs = histogramOf([-5, -4, -1, 0.1, 1, 2, 7, 50]);
const size = { width: 160, height: 100 };

test('ReLU6 makes zeros of what is negative and sixes of what is beyond six', () => {
  expect(activationCurve(inputs, 'relu6', size)).toMatchObject({ zeros: 3 / 8, sixes: 2 / 8 });
  expect(activationCurve(inputs, 'relu', size)).toMatchObject({ zeros: 3 / 8, sixes: 0 });
});

test('h-swish makes zeros only of what is below minus three', () => {
  expect(activationCurve(inputs, 'hardSwish', size).zeros).toBe(2 / 8);
});

test('the curve and the bars stay in the picture', () => {
  const { curve, bars, x, zero } = activationCurve(inputs, 'hardSwish', size);
  expect([x(-8), x(0), x(8)]).toEqual([0, 80, 160]);
  const heights = curve
    .slice(1)
    .split('L')
    .map((point) => Number(point.split(' ')[1]));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...heights)).toBeLessThanOrEqual(size.height);
  expect(bars.split('z').length - 1).toBe(8);
  expect(zero).toBeLessThan(size.height);
});

test('the numbers along the inputs are those of the bends, or half of a longer range', () => {
  expect(axisTicks(inputs)).toEqual([-6, -3, 0, 3, 6]);
  expect(axisTicks(histogramOf([-700, 300], 'reach', 700))).toEqual([-512, 0, 512]);
});
