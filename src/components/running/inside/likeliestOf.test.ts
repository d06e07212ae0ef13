import { expect, test } from 'vitest';
import { likeliestOf } from './likeliestOf';

test('the largest come first, with their share of softmax over all outputs', () => {
  const likeliest = likeliestOf(new Float32Array([0, Math.log(3), -1000, Math.log(4)]), 2);
  expect(likeliest.map(({ index }) => index)).toEqual([3, 1]);
  expect(likeliest[0]?.probability).toBeCloseTo(0.5, 6);
  expect(likeliest[1]?.probability).toBeCloseTo(0.375, 6);
});

test('logits beyond what an exponential holds give shares all the same', () => {
  expect(likeliestOf(new Float32Array([900, 0]), 5).map(({ probability }) => probability)).toEqual([1, 0]);
});
