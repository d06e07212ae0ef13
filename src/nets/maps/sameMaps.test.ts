import { expect, test } from 'vitest';
import { sameMaps } from './sameMaps';
import type { ChannelMaps } from './tensorView';

const maps: ChannelMaps = {
  ...{ channels: [4, 7], height: 1, width: 2 },
  ...{ values: Int8Array.of(1, -2, 3, 127), limits: Float32Array.of(0.5, 2) },
};

test('two readings of a still picture look the same', () => {
  expect(sameMaps(maps, { ...maps, channels: [4, 7], values: Int8Array.of(1, -2, 3, 127) })).toBe(true);
});

test('other channels, values, limits or sizes look different', () => {
  expect(sameMaps(maps, { ...maps, channels: [4, 8] })).toBe(false);
  expect(sameMaps(maps, { ...maps, values: Int8Array.of(1, -2, 3, 126) })).toBe(false);
  expect(sameMaps(maps, { ...maps, limits: Float32Array.of(0.5, 3) })).toBe(false);
  expect(sameMaps(maps, { ...maps, height: 2, width: 1 })).toBe(false);
});
