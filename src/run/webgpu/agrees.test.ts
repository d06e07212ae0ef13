import { expect, test } from 'vitest';
import { agrees } from './agrees';

const wanted = Float32Array.of(0, -4, 2);

test('values within the tolerance agree, relative to the largest', () => {
  expect(agrees(Float32Array.of(0.003, -4.003, 2), wanted, 1e-3)).toBe(true);
  expect(agrees(Float32Array.of(0.005, -4, 2), wanted, 1e-3)).toBe(false);
});

test('unwritten values and NaN do not agree', () => {
  expect(agrees(Float32Array.of(0, 0, 0), wanted, 1e-3)).toBe(false);
  expect(agrees(Float32Array.of(0, NaN, 2), wanted, 1e-3)).toBe(false);
  expect(agrees(Float32Array.of(0, -4), wanted, 1e-3)).toBe(false);
});

test('zeros agree with nothing, because a kernel that did not run leaves zeros', () => {
  expect(agrees(new Float32Array(3), new Float32Array(3), 1e-3)).toBe(false);
});
