import { expect, test } from 'vitest';
import { rowOf, verdictOf } from './census';

const first = { tensors: 60, gpuBuffers: 74, workers: 1, heapBytes: 20e6 };

test('equal counts and a heap that has grown by less than 5 % are sound', () => {
  expect(verdictOf(first, { ...first, heapBytes: 20.9e6 })).toEqual({
    text: 'every count is where it began; the heap has grown by 4.5 % (wanted less than 5 %)',
    isSound: true,
  });
  expect(verdictOf(first, { ...first, heapBytes: 21.1e6 }).isSound).toBe(false);
});

test('one buffer left over is not sound, and is named', () => {
  const { text, isSound } = verdictOf(first, { ...first, gpuBuffers: 75 });
  expect(isSound).toBe(false);
  expect(text).toContain('gpuBuffers: not where they began');
});

test('a census is a row of the table', () => {
  expect(rowOf('begin', first)).toBe('| begin | 60 | 74 | 1 | 20.00 |');
});
