import { expect, test } from 'vitest';
import { kernelWishes, mixedKernels, sharedKernelOf } from './sharedKernel';

const distance = (one: readonly number[], other: readonly number[]): number =>
  Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));

test('one pattern in eight strengths comes back exactly', () => {
  const { wanted, given, kept } = sharedKernelOf('strengths');
  expect(kept).toBeCloseTo(1, 10);
  for (const [output, kernel] of wanted.entries()) expect(distance(kernel, given[output] ?? [])).toBeLessThan(1e-6);
});

test('an edge and a blur cannot both be had: the weaker one is lost', () => {
  const { wanted, given, kept } = sharedKernelOf('edgeAndBlur');
  for (const output of [0, 1, 2, 3]) expect(distance(wanted[output] ?? [], given[output] ?? [])).toBeLessThan(1e-6);
  for (const output of [4, 5, 6, 7]) expect(Math.hypot(...(given[output] ?? [1]))).toBeLessThan(1e-6);
  const [edges, blurs] = [2 * (1 + 0.7 ** 2), 2 * (0.9 ** 2 + 0.6 ** 2)];
  expect(kept).toBeCloseTo(edges / (edges + blurs), 6);
});

test.each(kernelWishes)('no other shared kernel keeps more of %s', (wish) => {
  const { wanted, shared, kept } = sharedKernelOf(wish);
  const total = wanted.flat().reduce((sum, value) => sum + value * value, 0);
  for (let turn = 0; turn < 40; turn += 1) {
    const other = shared.map((value, at) => value + 0.3 * Math.sin(turn * 7 + at * at));
    const size = Math.hypot(...other);
    const part = wanted.map((kernel) => kernel.reduce((sum, value, at) => sum + (value * (other[at] ?? 0)) / size, 0));
    expect(part.reduce((sum, value) => sum + value * value, 0) / total).toBeLessThanOrEqual(kept + 1e-9);
  }
});

test('half an edge and half a blur serve both worse than the best kernel, and are one shape', () => {
  const { wanted, given } = sharedKernelOf('edgeAndBlur');
  const mixed = mixedKernels();
  const missed = (kernels: readonly (readonly number[])[]): number =>
    Math.hypot(...wanted.map((kernel, output) => distance(kernel, kernels[output] ?? [])));
  expect(mixed).toHaveLength(wanted.length);
  expect(missed(mixed)).toBeGreaterThan(missed(given));
  const [first = [], second = []] = mixed;
  expect(
    distance(
      first.map((weight) => 0.7 * weight),
      second,
    ),
  ).toBeLessThan(1e-9);
});
