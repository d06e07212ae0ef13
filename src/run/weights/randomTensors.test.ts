import { expect, test } from 'vitest';
import { batchNorm, conv, depthwiseConv, fullyConnected, globalAveragePool, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { randomTensors, uniform } from './randomTensors';

/** The first numbers of xorshift with 13, 17 and 5 from a state of 1 (Marsaglia, 2003, section 3). */
test('the generator is 32-bit xorshift, as fractions of 1', () => {
  const random = uniform(0);
  expect([random(), random(), random()].map((fraction) => fraction * 2 ** 32)).toEqual([270369, 67634689, 2647435461]);
});

const image = input({ height: 4, width: 4, channels: 64 });
const map = batchNorm(
  'norm',
  depthwiseConv('depthwise', conv('conv', image, { outChannels: 96, kernel: 3 }), { kernel: 5 }),
);
const graph = graphOf(fullyConnected('classifier', globalAveragePool('pool', map), 1000));
const tensors = randomTensors(graph);

function rangeOf(name: string): readonly [number, number] {
  const data = tensors.get(name)?.data ?? new Float32Array();
  return [
    data.reduce((low, value) => Math.min(low, value), Infinity),
    data.reduce((high, value) => Math.max(high, value), -Infinity),
  ];
}

/** He et al., arXiv:1502.01852: a variance of 2 / fan-in, which is that of numbers between -+sqrt(6 / fan-in). */
test.each([
  ['conv.weight', 64 * 9],
  ['depthwise.weight', 25],
  ['classifier.weight', 96],
])('%s has the variance that keeps the scale of its input', (name, fan) => {
  const data = tensors.get(name)?.data ?? new Float32Array();
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
  expect(Math.abs(mean)).toBeLessThan(0.1 * Math.sqrt(2 / fan));
  expect(variance * fan).toBeCloseTo(2, 0);
  const [low, high] = rangeOf(name);
  expect(low).toBeGreaterThanOrEqual(-Math.fround(Math.sqrt(6 / fan)));
  expect(high).toBeLessThanOrEqual(Math.fround(Math.sqrt(6 / fan)));
});

test('biases and norms are near 0 and 1, so that values stay in a normal range', () => {
  for (const name of ['classifier.bias', 'norm.bias', 'norm.running_mean']) {
    const [low, high] = rangeOf(name);
    expect([low, high].map(Math.abs)).toEqual([expect.closeTo(0.1, 2), expect.closeTo(0.1, 2)]);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  }
  for (const name of ['norm.weight', 'norm.running_var']) {
    expect(rangeOf(name)).toEqual([expect.closeTo(0.8, 1), expect.closeTo(1.2, 1)]);
  }
});

test('the same graph and seed give the same weights, another seed others', () => {
  const first = (seed?: number) => [...(randomTensors(graph, seed).get('conv.weight')?.data.slice(0, 8) ?? [])];
  expect(first()).toEqual(first(1));
  expect(first(2)).not.toEqual(first(1));
});
