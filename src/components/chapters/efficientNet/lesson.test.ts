import { expect, test } from 'vitest';
import { depthwiseShare, efficientNetLesson, gateShare, liteCost } from './lesson';

const { p1, p2 } = efficientNetLesson.predictions;

test('nine 5x5 depthwise convolutions have 5.6% of the multiply-adds', () => {
  expect(p1.bars.map(({ answer }) => answer().toFixed(1))).toEqual(['5.6']);
  expect(depthwiseShare(3)).toBeLessThan(depthwiseShare(5));
});

test('a step of the rule multiplies multiply-adds by 1.92', () => {
  expect(p2.answer()).toBeCloseTo(1.92, 2);
});

test('what the lesson says of gates and image sizes is counted', () => {
  expect(gateShare('macs')).toBeLessThan(1);
  expect(gateShare('params')).toBeCloseTo(27.6, 1);
  expect(liteCost(192).macs).toBe(283_334_528);
  expect(liteCost(260).macs).toBeGreaterThan(300e6);
});
