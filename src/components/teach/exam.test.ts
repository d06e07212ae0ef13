import { expect, test } from 'vitest';
import {
  alexNetAndSqueezeNet,
  blocksOfQuestion5,
  exam,
  layerOfQuestion1,
  shuffleOfQuestion4,
  splitRatio,
  tailOfQuestion8,
} from './exam';

test('the exam has 40 points', () => {
  expect(exam.reduce((sum, { points }) => sum + points, 0)).toBe(40);
});

test('question 1: the graph counts what the formulas say', () => {
  const { params, macs, memoryAccess } = layerOfQuestion1();
  expect([params, macs, memoryAccess]).toEqual([
    9 * 64 * 128,
    9 * 64 * 128 * 28 ** 2,
    56 ** 2 * 64 + 28 ** 2 * 128 + 9 * 64 * 128,
  ]);
});

test('question 2: the split costs 1/N + 1/k² of the standard convolution', () => {
  expect(splitRatio()).toBeCloseTo(1 / 128 + 1 / 9, 10);
});

test('question 3: shares and ratios are the published comparison', () => {
  const { paramsShare, macsShare, fewerParams, macsRatio } = alexNetAndSqueezeNet();
  expect(paramsShare).toBeCloseTo(0.962, 3);
  expect(macsShare).toBeCloseTo(0.081, 2);
  expect(fewerParams).toBeGreaterThan(48);
  expect(macsRatio).toBeCloseTo(1.13, 1);
});

test('question 4: rows become columns, and one unit reaches nine inputs', () => {
  const { order, reached } = shuffleOfQuestion4();
  expect(order).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  expect(reached).toBe(3 * Math.min(4, 3));
});

test('question 5: both blocks by hand', () => {
  const map = 28 ** 2;
  const [inverted, residual] = [32 * 192 + 9 * 192 + 192 * 32, 192 * 32 + 9 * 32 * 32 + 32 * 192];
  expect(blocksOfQuestion5()).toEqual({
    inverted: { weights: inverted, macs: inverted * map, shortcut: 32 * map },
    residual: { weights: residual, macs: residual * map, shortcut: 192 * map },
  });
});

test('question 8: the tail saves multiply-adds and costs params', () => {
  expect(tailOfQuestion8()).toEqual({ savedMacs: 34_317_760, moreParams: 499_520 });
});
