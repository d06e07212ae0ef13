import { channelOf, type MapValues } from '../arithmetic/mapValues';
import type { ChannelRange } from '../arithmetic/weightLayer';
import { channelNumbers, type ChannelNumbers } from './channelNumbers';
import { distinctMaps, heldMaps } from './distinctMaps';
import { histogramOf, type Histogram } from './histogram';
import { reducedMap, reductionOf } from './reducedMap';
import { magnitudeLimit, mapLimit } from './scaleLimit';

/** What to read of one tensor inside a network, beside a few numbers for each channel. */
export type TensorView = {
  /** Of its node. */
  readonly id: string;
  readonly maps: ViewedMaps;
  /** Values a side that each map needs; it is reduced as long as it has so many, and always to at most 96. */
  readonly side: number;
  /** The channels to read as they are; null for none. */
  readonly exact: ChannelRange | null;
  /** Whether to count the values by size. */
  readonly counts?: boolean;
};

/** The maps to look at: all or some channels, or the strongest, where `shown` says which of them are on the screen. */
export type ViewedMaps =
  | { readonly pick: 'all' }
  | { readonly pick: 'none' }
  | { readonly pick: 'these'; readonly channels: readonly number[] }
  | { readonly pick: 'strongest'; readonly count: number; readonly shown: readonly number[] };

/** Maps to look at: reduced, and each in steps of 1/127 of its limit. */
export type QuantisedMaps = {
  readonly channels: readonly number[];
  /** Of each map. */
  readonly height: number;
  readonly width: number;
  /** One map after another, row by row: -127 to 127. */
  readonly values: Int8Array<ArrayBuffer>;
  /** The magnitude that 127 stands for, for each map; 0 for one without values. */
  readonly limits: Float32Array;
};

/** Values as they are, of all channels or of those that are held. */
export type ExactValues = MapValues & { readonly values: Float32Array };

/** What was read of one tensor. */
export type SeenTensor = {
  readonly id: string;
  readonly shape: MapValues['shape'];
  readonly numbers: ChannelNumbers;
  /** The magnitude below which nearly all its values lie. */
  readonly limit: number;
  readonly maps: QuantisedMaps;
  readonly exact: ExactValues | null;
  readonly counts: Histogram | null;
};

/** Values that a limit is taken from. */
const sampled = { tensor: 4096, map: 1024 } as const;

/** Reads of a tensor what a view asks for. */
export function seenTensor(tensor: MapValues, view: TensorView): SeenTensor {
  const { shape, values } = tensor;
  const numbers = channelNumbers(values, shape[2]);
  const limit = magnitudeLimit(values, sampled.tensor);
  const isVector = shape[0] * shape[1] === 1;
  return {
    ...{ id: view.id, shape, numbers, limit },
    maps: quantised(tensor, isVector ? [] : pickedChannels(tensor, numbers, view.maps), view.side, limit),
    // The entries of a vector are no more than the numbers of as many channels.
    exact: isVector ? whole(tensor) : view.exact === null ? null : partOf(tensor, view.exact),
    counts: view.counts === true ? histogramOf(values) : null,
  };
}

function pickedChannels(tensor: MapValues, { deviation }: ChannelNumbers, picked: ViewedMaps): readonly number[] {
  switch (picked.pick) {
    case 'none':
      return [];
    case 'all':
      return Array.from({ length: tensor.shape[2] }, (_, channel) => channel);
    case 'these':
      return picked.channels;
    case 'strongest': {
      const fresh = distinctMaps(deviation, (channel) => channelOf(tensor, channel), picked.count);
      return heldMaps(picked.shown, fresh, deviation);
    }
  }
}

function quantised(tensor: MapValues, channels: readonly number[], side: number, layerLimit: number): QuantisedMaps {
  const factor = reductionOf(tensor.shape, side);
  const [height, width] = [Math.ceil(tensor.shape[0] / factor), Math.ceil(tensor.shape[1] / factor)];
  const values = new Int8Array(channels.length * height * width);
  const limits = new Float32Array(channels.length);
  for (const [index, channel] of channels.entries()) {
    const map = channelOf(tensor, channel);
    const limit = mapLimit(map, layerLimit, sampled.map);
    limits[index] = limit;
    if (limit === 0) continue;
    const reduced = reducedMap(map, tensor.shape, factor);
    for (let at = 0; at < reduced.length; at += 1) {
      const step = Math.round((127 * (reduced[at] ?? 0)) / limit);
      values[index * height * width + at] = Math.min(Math.max(step, -127), 127);
    }
  }
  return { channels, height, width, values, limits };
}

function whole({ shape, values }: MapValues): ExactValues {
  return { shape, values: Float32Array.from(values) };
}

function partOf(tensor: MapValues, range: ChannelRange): ExactValues {
  const [height, width, channels] = tensor.shape;
  const held = { from: Math.max(0, range.from), end: Math.min(channels, range.end) };
  const count = held.end - held.from;
  if (count === channels) return whole(tensor);
  const values = new Float32Array(height * width * count);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    for (let at = 0; at < count; at += 1) {
      values[pixel * count + at] = tensor.values[pixel * channels + held.from + at] ?? 0;
    }
  }
  return { shape: tensor.shape, values, held };
}

/** The bytes that belong to a seen tensor alone, which can be handed to another thread without a copy. */
export function buffersOf({ numbers, maps, exact, counts }: SeenTensor): readonly ArrayBufferLike[] {
  const arrays = [...Object.values(numbers), maps.values, maps.limits, exact?.values, counts?.counts];
  return arrays.flatMap((array) => (ArrayBuffer.isView(array) ? [array.buffer] : []));
}
