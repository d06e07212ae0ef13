import { describe, expect, test } from 'vitest';
import { weightValues } from '../../weights/weightValues';
import { writeSafetensors } from '../safetensors/safetensors';
import {
  changedTensor,
  denseTensor,
  partOf,
  renamed,
  rowMajor,
  stridedTensor,
  tensorOfParts,
  type NamedTensor,
} from './namedTensor';

const shape = [2, 3, 4];
const stored = Uint8Array.from({ length: 24 }, (_, index) => 3 * index + 1);
const dense = denseTensor('a', shape, 'U8', stored);
const elements = rowMajor(shape, () => (index) => stored[index] ?? NaN);
const turned = stridedTensor('a', [4, 2, 3], { ...elements, strides: [1, 12, 4] });

const tensors: readonly (readonly [string, NamedTensor])[] = [
  ['dense', dense],
  ['with its axes in another order', turned],
  ['with its values changed', changedTensor(dense, () => (value, index) => value / 7 + index)],
  ['in another order and changed', changedTensor(turned, () => (value, index) => value * index)],
  ['of another shape', renamed(turned, 'b', [24])],
];

describe.each(tensors)('a tensor %s', (_, tensor) => {
  test('has the same values in parts as in one', () => {
    for (const [begin, end] of [
      [0, 24],
      [5, 6],
      [7, 19],
      [23, 24],
    ] as const) {
      expect([...partOf(tensor, begin, end)]).toEqual([...tensor.data.subarray(begin, end)]);
    }
  });
});

test('axes in another order take the values along', () => {
  expect([...turned.data.subarray(0, 7)]).toEqual([1, 13, 25, 37, 49, 61, 4]);
});

test('a changed tensor can be read element by element like the one that it comes from', () => {
  const read = changedTensor(dense, () => (value, index) => value + 100 * index).elements?.reader();
  expect([read?.(0), read?.(2)]).toEqual([1, 207]);
});

test('values are checked and written in parts of a megabyte, in order', () => {
  const parts: (readonly [number, number])[] = [];
  const count = 600_000;
  const large = tensorOfParts('large', [count], (begin, end) => {
    parts.push([begin, end]);
    return Float32Array.from({ length: end - begin }, (_, index) => (begin + index) % 2048);
  });
  expect(weightValues([large])).toEqual({ ok: true, value: { largest: 2047 } });
  const bytes = writeSafetensors([large], { dtype: 'F32' });
  expect(Math.max(...parts.map(([begin, end]) => end - begin))).toBe(2 ** 18);
  const values = new Float32Array(bytes.slice(-4 * count).buffer);
  expect(values.findIndex((value, index) => value !== index % 2048)).toBe(-1);
});
