import { expect, test } from 'vitest';
import firstLayers from './firstLayers.json';
import { channelBoundsOf, firstMapsOf, type FirstLayers } from './silentChannels';

test('a channel is silent where the bias outweighs all that its kernel can add', () => {
  const flat = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);
  const layers: FirstLayers = {
    normalisation: { mean: [0, 0, 0], std: [1, 1, 1] },
    // The first layer gives 0 to 2.7 in all channels.
    stem: { weight: flat(4 * 27, 0.1), bias: flat(4, 0) },
    depthwise: {
      weight: [...flat(9, 0.1), ...flat(9, 0.1), ...flat(9, -0.1), ...flat(9, 0.0001)],
      bias: [-2, -2.5, 0, 1],
    },
  };
  const bounds = channelBoundsOf(layers);
  expect(bounds.map(({ fate }) => fate)).toEqual(['alive', 'zero', 'zero', 'constant']);
  expect(bounds[0]?.high).toBeCloseTo(-2 + 9 * 0.1 * 2.7, 12);
  expect(bounds[2]?.low).toBeCloseTo(-9 * 0.1 * 2.7, 12);
});

test('three of the 32 channels of a trained first block are zero for every image, three more constant', () => {
  const fates = channelBoundsOf(firstLayers).map(({ fate }) => fate);
  expect(fates.flatMap((fate, channel) => (fate === 'zero' ? [channel] : []))).toEqual([9, 14, 15]);
  expect(fates.flatMap((fate, channel) => (fate === 'constant' ? [channel] : []))).toEqual([16, 17, 23]);
});

test('the maps of any image stay within the bounds of their channels', () => {
  const side = 16;
  const image = Float32Array.from({ length: side * side * 3 }, (_, at) => 2.1 * Math.sin(at * at));
  const { shape, values } = firstMapsOf(firstLayers, image, side);
  expect(shape).toEqual([8, 8, 32]);
  const bounds = channelBoundsOf(firstLayers);
  const relu6 = (value: number) => Math.min(Math.max(value, 0), 6);
  for (const [at, value] of values.entries()) {
    const { low = 0, high = 0 } = bounds[at % 32] ?? {};
    expect(value).toBeGreaterThanOrEqual(relu6(low) - 1e-6);
    expect(value).toBeLessThanOrEqual(relu6(high) + 1e-6);
  }
  expect(Math.max(...values)).toBeGreaterThan(1);
});

test('a convolution of the first two layers is the sum over the window', () => {
  const centre = (value: number): readonly number[] => [0, 0, 0, 0, value, 0, 0, 0, 0];
  const layers: FirstLayers = {
    normalisation: { mean: [0, 0, 0], std: [1, 1, 1] },
    stem: { weight: [...centre(1), ...centre(0), ...centre(0)], bias: [0] },
    depthwise: { weight: [0, 0, 0, 0, 1, 1, 0, 0, 0], bias: [0.5] },
  };
  // Red is the number of the pixel over 10; stride 2 keeps 0, 2, 8 and 10.
  const image = Float32Array.from({ length: 16 * 3 }, (_, at) => (at % 3 === 0 ? at / 30 : 0));
  const { values } = firstMapsOf(layers, image, 4);
  expect([...values].map((value) => Number(value.toFixed(5)))).toEqual([0.7, 0.7, 2.3, 1.5]);
});
