import type { LayerWeights } from '../weights/layerWeights';
import { channelsRead, slidingOf, type WeightLayer } from './weightLayer';
import { heldBy, isInside, type MapValues } from './mapValues';

/** What one input channel adds to one output map. */
export type Contribution = {
  /** The input channel. */
  readonly channel: number;
  /** The partial map, row by row. */
  readonly values: Float64Array;
  /** Its part of all that is added: the sum of its magnitudes over that of all partial maps, 0 to 1. */
  readonly share: number;
};

/** An output map before its activation, taken apart. */
export type Contributions = {
  readonly height: number;
  readonly width: number;
  /** The channels that add most, the greatest first. */
  readonly greatest: readonly Contribution[];
  /** All other channels that are read, as one map; null where none is left. */
  readonly rest: (Omit<Contribution, 'channel'> & { readonly count: number }) | null;
  readonly bias: number;
  /** All partial maps and the bias. */
  readonly sum: Float64Array;
};

/**
 * Takes one output map of a weight layer apart into what each input channel adds, in double precision.
 * @param op the layer, with batch norm folded
 * @param map its input
 * @param size of its output
 * @param channel of its output
 * @param count how many channels to tell apart; the others are added up
 */
export function contributionsOf(
  op: WeightLayer,
  map: MapValues,
  weights: LayerWeights,
  size: { readonly height: number; readonly width: number },
  channel: number,
  count: number,
): Contributions {
  const { height, width } = size;
  const { from, end } = channelsRead(op, map.shape[2], channel);
  const bias = weights.bias?.data[channel] ?? 0;
  const sum = new Float64Array(height * width).fill(bias);
  const magnitudes = new Map<number, number>();
  for (let read = from; read < end; read += 1) {
    const values = partialMap(op, map, weights, size, { channel, read });
    let magnitude = 0;
    for (const [at, value] of values.entries()) {
      sum[at] = (sum[at] ?? 0) + value;
      magnitude += Math.abs(value);
    }
    magnitudes.set(read, magnitude);
  }
  const total = [...magnitudes.values()].reduce((all, each) => all + each, 0);
  const shareOf = (read: number): number => (total === 0 ? 0 : (magnitudes.get(read) ?? 0) / total);
  const ranked = [...magnitudes.keys()].sort((a, b) => (magnitudes.get(b) ?? 0) - (magnitudes.get(a) ?? 0));
  const greatest = ranked.slice(0, count).map((read) => ({
    channel: read,
    values: partialMap(op, map, weights, size, { channel, read }),
    share: shareOf(read),
  }));
  const others = ranked.slice(count);
  return { height, width, greatest, rest: restOf(sum, bias, greatest, others.map(shareOf)), bias, sum };
}

/** What is left of the sum without the bias and the channels that are shown. */
function restOf(
  sum: Float64Array,
  bias: number,
  shown: readonly Contribution[],
  shares: readonly number[],
): Contributions['rest'] {
  if (shares.length === 0) return null;
  const values = sum.map((value, at) => shown.reduce((left, each) => left - (each.values[at] ?? 0), value - bias));
  return { values, count: shares.length, share: shares.reduce((all, share) => all + share, 0) };
}

type Pair = {
  /** Of the output. */
  readonly channel: number;
  /** Of the input. */
  readonly read: number;
};

/** What one input channel adds to one output map, row by row: its own kernel slid over it, without bias. */
function partialMap(
  op: WeightLayer,
  map: MapValues,
  weights: LayerWeights,
  { height, width }: { readonly height: number; readonly width: number },
  { channel, read }: Pair,
): Float64Array {
  const { kernel, stride, padding } = slidingOf(op);
  const kernelValues = kernelOf(op, map.shape[2], weights, { channel, read });
  const [rows, columns] = map.shape;
  const { from, end } = heldBy(map);
  const partial = new Float64Array(height * width);
  for (const [at, weight] of kernelValues.entries()) {
    const [down, right] = [Math.floor(at / kernel[1]) - padding.top, (at % kernel[1]) - padding.left];
    for (let row = 0; row < height; row += 1) {
      const readRow = row * stride + down;
      if (!isInside(readRow, rows)) continue;
      for (let column = 0; column < width; column += 1) {
        const readColumn = column * stride + right;
        if (!isInside(readColumn, columns)) continue;
        const to = row * width + column;
        partial[to] =
          (partial[to] ?? 0) +
          weight * (map.values[(readRow * columns + readColumn) * (end - from) + read - from] ?? 0);
      }
    }
  }
  return partial;
}

/** The weights between one input and one output channel, row by row. Empty where the output does not read the input. */
export function kernelOf(
  op: WeightLayer,
  inChannels: number,
  { weight }: LayerWeights,
  { channel, read }: Pair,
): Float32Array {
  const { kernel } = slidingOf(op);
  const { from, end } = channelsRead(op, inChannels, channel);
  if (weight === null || read < from || read >= end) return new Float32Array();
  const area = kernel[0] * kernel[1];
  const begin = (channel * (end - from) + (read - from)) * area;
  return weight.data.slice(begin, begin + area);
}
