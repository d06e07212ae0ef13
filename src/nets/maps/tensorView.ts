import { channelOf, patchOf, type MapPatch, type MapValues } from '../arithmetic/mapValues';
import type { ChannelRange } from '../arithmetic/weightLayer';
import type { LayerWeights } from '../weights/layerWeights';
import { channelNumbers, type ChannelNumbers } from './channelNumbers';
import { distinctMaps, heldMaps } from './distinctMaps';
import { histogramOf, type CountedRange, type Histogram } from './histogram';
import { quantisedMaps, type QuantisedMaps } from './quantisedMaps';
import { magnitudeLimit, mapLimit } from './scaleLimit';
import { partBuffersOf, seenParts, type PartsView, type SeenParts } from './seenParts';

/** What to read of one tensor inside a network, beside a few numbers for each channel. */
export type TensorView = {
  /** Of its node. */
  readonly id: string;
  readonly maps: ViewedMaps;
  /** Values a side that each map needs; it is reduced as long as it has so many, and always to at most 96. */
  readonly side: number;
  /** The channels to read as they are; null for none. */
  readonly exact: ChannelRange | null;
  /** Where to read them as they are; everywhere, if it is not said. */
  readonly patch?: MapPatch;
  /** From where to where to count the values by size; not at all, if it is not said. */
  readonly counts?: CountedRange | null;
  /** How to take one of its maps apart; its source is another tensor that is looked at. */
  readonly parts?: PartsView;
};

/** The maps to look at: all or some channels, or the strongest, where `shown` says which of them are on the screen. */
export type ViewedMaps =
  | { readonly pick: 'all' }
  | { readonly pick: 'none' }
  | { readonly pick: 'these'; readonly channels: readonly number[] }
  | { readonly pick: 'strongest'; readonly count: number; readonly shown: readonly number[] };

/** Some channels of a tensor to look at. */
export type ChannelMaps = QuantisedMaps & { readonly channels: readonly number[] };

/** Values as they are, of all channels or of those that are held. */
export type ExactValues = MapValues & { readonly values: Float32Array };

/** What was read of one tensor. */
export type SeenTensor = {
  readonly id: string;
  readonly shape: MapValues['shape'];
  readonly numbers: ChannelNumbers;
  /** The magnitude below which nearly all its values lie. */
  readonly limit: number;
  readonly maps: ChannelMaps;
  readonly exact: ExactValues | null;
  readonly counts: Histogram | null;
  readonly parts: SeenParts | null;
};

/** What a map is taken apart with: the tensor that its layer reads, and the layer's weights. */
export type PartsSource = { readonly source: MapValues; readonly weights: LayerWeights };

/** Values that a limit is taken from. */
const sampled = { tensor: 4096, map: 1024 } as const;

/** Reads of a tensor what a view asks for. */
export function seenTensor(tensor: MapValues, view: TensorView, apart: PartsSource | null = null): SeenTensor {
  const { shape, values } = tensor;
  const numbers = channelNumbers(values, shape[2]);
  const limit = magnitudeLimit(values, sampled.tensor);
  const isVector = shape[0] * shape[1] === 1;
  return {
    ...{ id: view.id, shape, numbers, limit },
    maps: mapsOf(tensor, isVector ? [] : pickedChannels(tensor, numbers, view.maps), view.side, limit),
    // The entries of a vector are no more than the numbers of as many channels.
    exact: isVector ? whole(tensor) : view.exact === null ? null : partOf(tensor, view.exact, view.patch),
    counts: view.counts == null ? null : histogramOf(values, view.counts, limit),
    parts:
      apart === null || view.parts === undefined ? null : seenParts(tensor, apart.source, apart.weights, view.parts),
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

function mapsOf(tensor: MapValues, channels: readonly number[], side: number, layerLimit: number): ChannelMaps {
  const maps = channels.map((channel) => {
    const values = channelOf(tensor, channel);
    return { values, limit: mapLimit(values, layerLimit, sampled.map) };
  });
  return { channels, ...quantisedMaps(maps, tensor.shape, side) };
}

function whole({ shape, values }: MapValues): ExactValues {
  return { shape, values: Float32Array.from(values) };
}

function partOf(tensor: MapValues, range: ChannelRange, patch: MapPatch | undefined): ExactValues {
  const { shape } = tensor;
  const held = { from: Math.max(0, range.from), end: Math.min(shape[2], range.end) };
  const count = held.end - held.from;
  if (count === shape[2] && patch === undefined) return whole(tensor);
  const { rows, columns } = patchOf(patch === undefined ? tensor : { ...tensor, patch });
  const across = columns.end - columns.from;
  const values = new Float32Array((rows.end - rows.from) * across * count);
  for (let pixel = 0; pixel * count < values.length; pixel += 1) {
    const place = (rows.from + Math.floor(pixel / across)) * shape[1] + columns.from + (pixel % across);
    for (let at = 0; at < count; at += 1) {
      values[pixel * count + at] = tensor.values[place * shape[2] + held.from + at] ?? 0;
    }
  }
  return { shape, values, held, ...(patch === undefined ? {} : { patch }) };
}

/** The bytes that belong to a seen tensor alone, which can be handed to another thread without a copy. */
export function buffersOf({ numbers, maps, exact, counts, parts }: SeenTensor): readonly ArrayBufferLike[] {
  const arrays = [...Object.values(numbers), maps.values, maps.limits, exact?.values, counts?.counts];
  const own = arrays.flatMap((array) => (ArrayBuffer.isView(array) ? [array.buffer] : []));
  return parts === null ? own : [...own, ...partBuffersOf(parts)];
}
