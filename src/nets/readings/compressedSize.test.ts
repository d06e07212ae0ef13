import { expect, test } from 'vitest';
import { compressedBytes, float32Bytes } from './compressedSize';

// SqueezeNet, arXiv:1602.07360, Table 1: 1,248,424 params.
const params = 1_248_424;

test("SqueezeNet's 4.8 MB are mebibytes of float32", () => {
  expect(float32Bytes(params) / 2 ** 20).toBeCloseTo(4.76, 2);
});

test("8 bits and a third of the weights with 4-bit indices come near the paper's 0.66 MB", () => {
  expect(compressedBytes(params, { bits: 8, kept: 0.33, indexBits: 4 }) / 1e6).toBeCloseTo(0.618, 3);
});

test('all weights at 32 bits take the size of float32, and need no index', () => {
  expect(compressedBytes(params, { bits: 32, kept: 1, indexBits: 4 })).toBe(float32Bytes(params));
});
