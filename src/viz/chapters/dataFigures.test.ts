import { expect, test } from 'vitest';
import { histogramOf, valueShares } from './valueShares';
import { restoredMaps } from './restoredMaps';

test('zeros, sixes and negative values are counted', () => {
  expect(valueShares([0, 0, 6, 3, -1, -2, 0, 6])).toEqual({ zeros: 3 / 8, sixes: 1 / 4, negatives: 1 / 4 });
  expect(valueShares([])).toEqual({ zeros: 0, sixes: 0, negatives: 0 });
});

test('a histogram holds all values, those beyond its ends in the outer bins', () => {
  const { bins, below, between, above } = histogramOf([-20, -3, -1, 0, 2.9, 3, 20, 7.9], 16);
  expect(bins.reduce((sum, share) => sum + share)).toBeCloseTo(1);
  expect([bins[0], bins[15]]).toEqual([1 / 8, 2 / 8]);
  expect([below, between, above].map((share) => share * 8)).toEqual([2, 3, 3]);
});

/** Three maps of 4 x 4, the third a mixture of the first two. */
const mixed = Float64Array.from({ length: 48 }, (_, at) => {
  const pixel = Math.floor(at / 3);
  const [a, b] = [Math.sin(pixel), Math.cos(3 * pixel)];
  return [a, b, 2 * a - b + 1][at % 3] ?? 0;
});

test('maps that are mixtures of those that are kept are restored', () => {
  const kept = { shape: [4, 4, 2] as const, values: mixed.filter((_, at) => at % 3 < 2) };
  const { maps, explained } = restoredMaps({ shape: [4, 4, 3], values: mixed }, kept);
  expect(explained).toBeGreaterThan(0.999);
  expect(maps.values[2]).toBeCloseTo(mixed[2] ?? NaN, 3);
});

test('of what is lost, the mean is left', () => {
  const silent = { shape: [4, 4, 1] as const, values: new Float64Array(16) };
  const wanted = { shape: [4, 4, 1] as const, values: mixed.filter((_, at) => at % 3 === 0) };
  const { maps, explained } = restoredMaps(wanted, silent);
  const mean = wanted.values.reduce((sum, value) => sum + value) / 16;
  expect(explained).toBeLessThan(1e-4);
  expect(maps.values[7]).toBeCloseTo(mean, 4);
});
