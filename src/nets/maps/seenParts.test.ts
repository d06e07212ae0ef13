import { expect, test } from 'vitest';
import { contributionsOf } from '../arithmetic/partialMaps';
import { conv, input } from '../build';
import { quantum } from './quantisedMaps';
import { partBuffersOf, seenParts } from './seenParts';

/** 144 maps of 56 x 56 into 24 by a pointwise convolution, as in the second stage of MobileNet V2. */
const [side, inChannels, outChannels] = [56, 144, 24];
const layer = conv('project', input({ height: side, width: side, channels: inChannels }), { outChannels, kernel: 1 });
const source = {
  shape: [side, side, inChannels] as const,
  values: Float32Array.from({ length: side * side * inChannels }, (_, at) => Math.sin(at * 0.37)),
};
const weights = {
  weight: {
    shape: [outChannels, inChannels, 1, 1],
    data: Float32Array.from({ length: outChannels * inChannels }, (_, at) => Math.cos(at) ** 3),
  },
  bias: { shape: [outChannels], data: new Float32Array(outChannels).fill(0.5) },
};

function apart(channel: number) {
  const { op } = layer;
  if (op.kind !== 'conv') throw new TypeError(op.kind);
  const whole = contributionsOf(op, source, weights, layer.shape, channel, 6);
  const output = {
    shape: [side, side, outChannels] as const,
    held: { from: channel, end: channel + 1 },
    values: whole.sum.map((value, at) => (at === 100 ? value + 0.01 : value)),
  };
  const view = { op, source: 'in', channel, count: 6, then: 'relu6' } as const;
  return { whole, parts: seenParts(output, source, weights, view) };
}

test('a map taken apart is its greatest parts, the rest and their sum, in bytes', () => {
  const { whole, parts } = apart(7);
  expect(parts.greatest.map(({ channel, share }) => [channel, share])).toEqual(
    whole.greatest.map(({ channel, share }) => [channel, share]),
  );
  expect(parts.rest).toEqual({ count: 138, share: whole.rest?.share });
  const { height, width, values, limits } = parts.added;
  const last = values.subarray(6 * height * width);
  const step = (limits[6] ?? NaN) / quantum;
  for (const [at, value] of last.entries()) {
    const wanted = whole.rest?.values[at] ?? NaN;
    if (Math.abs(wanted) < (limits[6] ?? 0)) expect(Math.abs(value * step - wanted)).toBeLessThan(0.51 * step);
  }
  expect(parts.greatest[0]?.kernel).toEqual(
    weights.weight.data.slice(7 * inChannels + (parts.greatest[0]?.channel ?? 0)).slice(0, 1),
  );
});

test('it takes a byte for each value that shows, where the exact maps would take 1.8 MB', () => {
  const bytes = partBuffersOf(apart(7).parts).reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes).toBeLessThan(15 * side * side + 200);
});

test('all kernels are on one scale, whose end is their largest weight', () => {
  const { parts } = apart(7);
  const largest = Math.max(...parts.greatest.flatMap(({ kernel }) => [...kernel].map(Math.abs)));
  expect(parts.kernelLimit).toBe(largest);
});

test('the engine is measured against it, relative to the largest value', () => {
  const { whole, parts } = apart(3);
  const largest = whole.sum.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(parts.differs).toBeCloseTo(0.01 / largest, 3);
});

test('zeros and sixes are counted behind the activation', () => {
  const { whole, parts } = apart(0);
  const zeros = whole.sum.filter((value) => value <= 0).length / whole.sum.length;
  expect(parts.zeros).toBeCloseTo(zeros, 12);
  expect(parts.sixes).toBeCloseTo(whole.sum.filter((value) => value >= 6).length / whole.sum.length, 12);
});
