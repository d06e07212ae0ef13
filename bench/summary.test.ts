import { expect, test } from 'vitest';
import { ratioTo, verdictsOf, type Measurement } from './summary';

const measured: Measurement = {
  network: 'ShuffleNet V1 g=3',
  backend: 'wasm',
  threads: 1,
  dispatches: 62,
  contestants: [
    { runtime: 'ours', timesMs: [10, 30, 11], difference: 0, script: null },
    { runtime: 'onnxruntime', timesMs: [10, 20, 22], difference: 0, script: null },
  ],
};

test('a ratio is taken within each round, so that a slow round slows both', () => {
  expect(ratioTo('onnxruntime', measured)).toBe(1);
});

test('a peer that did not run has no ratio, and its target is missed', () => {
  expect(ratioTo('graphModel', measured)).toBeNaN();
  const unopposed = { ...measured, contestants: measured.contestants.slice(0, 1) };
  expect(verdictsOf([unopposed]).map(({ isMet }) => isMet)).toEqual([false]);
});

test('a ratio up to and including the target meets it', () => {
  expect(verdictsOf([measured])).toMatchObject([{ peer: 'onnxruntime', ratio: 1.1, measured: 1, isMet: true }]);
});
