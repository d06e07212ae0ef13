import type { ExactValues } from '../../nets/maps/tensorView';

/** Weights with batch norm folded in, out x in/groups x 3 x 3, and a bias for each output channel. */
export type LayerWeights = { readonly weight: readonly number[]; readonly bias: readonly number[] };

/** The first two layers of a MobileNet: a 3x3 convolution of stride 2 and a depthwise 3x3, each with ReLU6 after it. */
export type FirstLayers = {
  readonly normalisation: { readonly mean: readonly number[]; readonly std: readonly number[] };
  readonly stem: LayerWeights;
  readonly depthwise: LayerWeights;
};

/**
 * What a channel of the depthwise layer can be, over all images. Its input lies between 0 and `inputMax`, so the value before
 * ReLU6 lies between `low` and `high`: the bias and the weights of one sign times the largest input.
 */
export type ChannelBound = {
  /** Nine weights, row by row. */
  readonly kernel: readonly number[];
  readonly bias: number;
  readonly inputMax: number;
  readonly low: number;
  readonly high: number;
  readonly fate: Fate;
};

/** `zero`: ReLU6 writes 0 for every image. `constant`: the same number, to within a step of 8 bits. */
export type Fate = 'alive' | 'zero' | 'constant';

const area = 9;
/** ReLU6 in 8 bits: the least difference that is stored. */
const eightBitStep = 6 / 255;

/** A bound for each channel of the depthwise layer. Padding counts as an input of 0. */
export function channelBoundsOf({ normalisation, stem, depthwise }: FirstLayers): readonly ChannelBound[] {
  const { mean, std } = normalisation;
  const pixel = mean.map((value, colour) => ({
    low: -value / (std[colour] ?? 1),
    high: (1 - value) / (std[colour] ?? 1),
  }));
  return depthwise.bias.map((bias, channel) => {
    const filter = stem.weight.slice(channel * area * 3, (channel + 1) * area * 3);
    const reach = filter.map((weight, at) => {
      const { low, high } = pixel[Math.floor(at / area)] ?? { low: 0, high: 0 };
      return Math.max(weight * low, weight * high);
    });
    const inputMax = relu6(sum(reach) + (stem.bias[channel] ?? 0));
    const kernel = depthwise.weight.slice(channel * area, (channel + 1) * area);
    const low = bias + inputMax * sum(kernel.filter((weight) => weight < 0));
    const high = bias + inputMax * sum(kernel.filter((weight) => weight > 0));
    return { kernel, bias, inputMax, low, high, fate: fateOf(low, high) };
  });
}

function fateOf(low: number, high: number): Fate {
  if (high <= 0) return 'zero';
  return relu6(high) - relu6(low) < eightBitStep ? 'constant' : 'alive';
}

/**
 * The maps that the depthwise layer writes after ReLU6, half as high and wide as the image.
 * @param image side x side x 3, normalised, row by row; side is even
 */
export function firstMapsOf({ stem, depthwise }: FirstLayers, image: Float32Array, side: number): ExactValues {
  const half = side / 2;
  const channels = stem.bias.length;
  const input = { values: image, side, channels: 3 };
  const first = new Float32Array(half * half * channels);
  convolve(input, stem, { to: first, stride: 2, inputsOf: () => [0, 1, 2] });
  const values = new Float32Array(half * half * channels);
  convolve({ values: first, side: half, channels }, depthwise, {
    to: values,
    stride: 1,
    inputsOf: (channel) => [channel],
  });
  return { shape: [half, half, channels], values };
}

type Maps = { readonly values: Float32Array; readonly side: number; readonly channels: number };

type Target = {
  readonly to: Float32Array;
  readonly stride: number;
  /** The input channels that an output channel reads. */
  readonly inputsOf: (channel: number) => readonly number[];
};

/** A 3x3 convolution with a padding of 1, and ReLU6. */
function convolve(from: Maps, { weight, bias }: LayerWeights, { to, stride, inputsOf }: Target): void {
  const side = from.side / stride;
  for (const [channel, start] of bias.entries()) {
    const inputs = inputsOf(channel);
    const filter = weight.slice(channel * area * inputs.length, (channel + 1) * area * inputs.length);
    for (let pixel = 0; pixel < side * side; pixel += 1) {
      const [y, x] = [Math.floor(pixel / side) * stride - 1, (pixel % side) * stride - 1];
      const value = start + windowSum(from, filter, { inputs, y, x });
      to[pixel * bias.length + channel] = relu6(value);
    }
  }
}

type Window = { readonly inputs: readonly number[]; readonly y: number; readonly x: number };

function windowSum({ values, side, channels }: Maps, filter: readonly number[], { inputs, y, x }: Window): number {
  let total = 0;
  for (let tap = 0; tap < area; tap += 1) {
    const [row, column] = [y + Math.floor(tap / 3), x + (tap % 3)];
    if (row < 0 || column < 0 || row >= side || column >= side) continue;
    const at = (row * side + column) * channels;
    for (let index = 0; index < inputs.length; index += 1)
      total += (filter[index * area + tap] ?? 0) * (values[at + (inputs[index] ?? 0)] ?? 0);
  }
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function relu6(value: number): number {
  return Math.min(Math.max(value, 0), 6);
}
