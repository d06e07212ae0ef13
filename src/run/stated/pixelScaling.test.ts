import { expect, test } from 'vitest';
import { isReversed, normalisationOf, pixelScalingOf, readsBytes, type PixelScaling } from './pixelScaling';
import { statedInput, statedNode } from './statedNode';

const even = (scale: number, shift: number): PixelScaling => [0, 1, 2].map((source) => ({ source, scale, shift }));

test.each([
  ['bytes to -1..1', even(1 / 127.5, -1), [0.5, 0.5]],
  ['bytes to 0..1', even(1 / 255, 0), [0, 1]],
  ['bytes less a mean', even(1, -127.5), [0.5, 1 / 255]],
  ['0..1 to -1..1', even(2, -1), [0.5, 0.5]],
  // torchvision's Inception: (value - 0.485) / 0.229 in, (value - 0.5) / 0.5 on.
  ['what is normalised for ImageNet', even(0.229 / 0.5, (0.485 - 0.5) / 0.5), [0.5, 0.5]],
])('the mean and deviation of %s follow from its numbers', (_, scaling, [mean, std]) => {
  const found = normalisationOf(scaling);
  expect(found.mean[0]).toBeCloseTo(mean ?? 0, 6);
  expect(found.std[0]).toBeCloseTo(std ?? 0, 6);
});

test('blue first is seen, with the mean of each colour', () => {
  const image = statedInput('image', { height: 4, width: 4, channels: 3 });
  const turned = statedNode('turned', { kind: 'reverseChannels' }, [image]);
  const mean = { name: 'mean', shape: [3], data: Float32Array.of(-103, -116, -123) };
  const scaling = pixelScalingOf(statedNode('less', { kind: 'affine', shift: mean }, [turned])) ?? [];
  expect(isReversed(scaling)).toBe(true);
  expect(normalisationOf(scaling).mean.map((value) => Math.round(value * 255))).toEqual([123, 116, 103]);
  expect(pixelScalingOf(statedNode('r', { kind: 'activation', function: 'relu' }, [image]))).toBeUndefined();
});

test('filters for bytes are told by their size, also before their batch norm', () => {
  const weight = (value: number) => ({ name: 'w', shape: [8, 3, 3, 3], data: new Float32Array(216).fill(value) });
  expect([readsBytes({ weight: weight(0.2) }), readsBytes({ weight: weight(0.2 / 127) })]).toEqual([false, true]);
  const vector = (value: number) => ({ name: 'v', shape: [8], data: new Float32Array(8).fill(value) });
  const norm = { weight: vector(1), mean: vector(0), variance: vector(127 ** 2) };
  expect(readsBytes({ weight: weight(0.2), norm })).toBe(true);
});
