import { expect, test } from 'vitest';
import { mobileNetV3OnPixel } from '../../nets/papers/mobileNetV3';
import { controllerAfter } from './controller';

const large = { targetMs: 50, w: -0.07 };

test('a new controller prefers nothing', () => {
  expect(controllerAfter(0, mobileNetV3OnPixel, large).chances).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('every round earns more than the one before, and chances stay chances', () => {
  let before = 0;
  for (const rounds of [0, 1, 2, 5, 10, 20]) {
    const { chances, mean } = controllerAfter(rounds, mobileNetV3OnPixel, large);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect(mean).toBeGreaterThan(before);
    before = mean;
  }
});

test('the exponent of MnasNet leads to the most accurate network, the steeper one of V3-Small to a fast one', () => {
  const best = (w: number): number => {
    const { chances } = controllerAfter(20, mobileNetV3OnPixel, { targetMs: 50, w });
    return chances.indexOf(Math.max(...chances));
  };
  expect(mobileNetV3OnPixel[best(-0.07)]).toMatchObject({ size: 'large', width: 1 });
  expect(mobileNetV3OnPixel[best(-0.15)]).toMatchObject({ size: 'small' });
});

test('on target the reward is the accuracy, and half as fast costs what the exponent says', () => {
  const [onTarget, slow] = controllerAfter(
    0,
    [
      { top1: 75, latencyMs: 50 },
      { top1: 75, latencyMs: 100 },
    ],
    large,
  ).rewards;
  expect(onTarget).toBe(75);
  expect((slow ?? 0) / 75).toBeCloseTo(0.953, 3);
});
