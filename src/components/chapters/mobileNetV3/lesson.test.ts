import { expect, test } from 'vitest';
import { mobileNetV3Lesson, raisedBy, tails } from './lesson';

const { p1, p2, p3, p4 } = mobileNetV3Lesson.predictions;

test('gates raise params by 142% and multiply-adds by 0.7%', () => {
  expect(p1.answer()).toBeCloseTo(0.74, 2);
  expect(raisedBy('params')).toBeCloseTo(142.1, 1);
});

test('the last block shuts nine of ten gates, an early and a middle one about a tenth', () => {
  expect(p2.bars.map(({ answer }) => Math.round(answer()))).toEqual([10, 12, 91]);
});

test('the new tail has fewer multiply-adds and more params', () => {
  const { before, after } = tails();
  expect(p3.answer).toBe('grow');
  expect(before.cost.macs - after.cost.macs).toBe(34_317_760);
  expect(after.cost.params - before.cost.params).toBe(499_520);
});

test('twice the time leaves 95.3% of the reward', () => {
  expect(p4.answer()).toBeCloseTo(95.3, 1);
});
