import { channelOf, type MapValues } from '../arithmetic/mapValues';
import { contributionsOf, kernelOf } from '../arithmetic/partialMaps';
import { activated } from '../arithmetic/pixel';
import type { WeightLayer } from '../arithmetic/weightLayer';
import type { ActivationFunction } from '../op';
import type { LayerWeights } from '../weights/layerWeights';
import { quantisedMaps, type QuantisedMaps } from './quantisedMaps';
import { mostShown } from './reducedMap';
import { magnitudeLimit, mapLimit } from './scaleLimit';

/** How to take an output map of a layer with weights apart. */
export type PartsView = {
  /** The layer, with batch norm folded. */
  readonly op: WeightLayer;
  /** Id of the tensor that it reads. */
  readonly source: string;
  /** Of its output. */
  readonly channel: number;
  /** How many input channels to tell apart; the others are added up. */
  readonly count: number;
  /** The activation behind it; null for none. */
  readonly then: ActivationFunction | null;
};

/** An output map taken apart, computed in double precision and reduced to be looked at. */
export type SeenParts = {
  readonly channel: number;
  /** The input channels that add most, the greatest first: `inputs`, their kernels, and `added`. */
  readonly greatest: readonly SeenPart[];
  /** The largest magnitude in any of their kernels. */
  readonly kernelLimit: number;
  /** All other channels that are read, which add the last map of `added`; null where none is left. */
  readonly rest: { readonly count: number; readonly share: number } | null;
  readonly bias: number;
  /** Each on its own scale. */
  readonly inputs: QuantisedMaps;
  /** What each of `greatest` adds, and the rest; on one scale with their sum. */
  readonly added: QuantisedMaps;
  /** All partial maps and the bias, and what the activation makes of it; on one scale. */
  readonly sums: QuantisedMaps;
  /** Fractions of the values behind the activation that are 0 and 6. */
  readonly zeros: number;
  readonly sixes: number;
  /** The largest difference from what the engine computed, as a fraction of that map's largest magnitude. */
  readonly differs: number;
};

type SeenPart = {
  readonly channel: number;
  /** Its part of all that is added, 0 to 1. */
  readonly share: number;
  /** Row by row. */
  readonly kernel: Float32Array;
};

/**
 * Takes one output map apart.
 * @param output of the layer, as the engine computed it
 * @param source what it reads
 */
export function seenParts(output: MapValues, source: MapValues, weights: LayerWeights, view: PartsView): SeenParts {
  const { op, channel, count, then } = view;
  const [height, width] = output.shape;
  const { greatest, rest, bias, sum } = contributionsOf(op, source, weights, { height, width }, channel, count);
  const added = [...greatest, ...(rest === null ? [] : [rest])].map(({ values }) => values);
  const own = magnitudeLimit(sum);
  const shared = Math.max(own, ...added.map((values) => magnitudeLimit(values)));
  const passed = then === null ? [] : [sum.map((value) => activated(then, value))];
  const sourceLimit = magnitudeLimit(source.values);
  const inputs = greatest.map(({ channel: read }) => channelOf(source, read));
  const told = greatest.map(({ channel: read, share }) => {
    return { channel: read, share, kernel: kernelOf(op, source.shape[2], weights, { channel, read }) };
  });
  return {
    channel,
    greatest: told,
    kernelLimit: Math.max(0, ...told.map(({ kernel }) => magnitudeLimit(kernel))),
    rest: rest === null ? null : { count: rest.count, share: rest.share },
    bias,
    inputs: quantisedMaps(
      inputs.map((values) => ({ values, limit: mapLimit(values, sourceLimit) })),
      source.shape,
      mostShown,
    ),
    added: quantisedMaps(
      added.map((values) => ({ values, limit: shared })),
      output.shape,
      mostShown,
    ),
    sums: quantisedMaps(
      [sum, ...passed].map((values) => ({ values, limit: own })),
      output.shape,
      mostShown,
    ),
    zeros: shareOf(passed[0], 0),
    sixes: shareOf(passed[0], 6),
    differs: largestDifference(sum, channelOf(output, channel)),
  };
}

function shareOf(values: Float64Array | undefined, wanted: number): number {
  return values === undefined ? 0 : values.filter((value) => value === wanted).length / values.length;
}

/** Relative to the largest magnitude of the map. */
function largestDifference(computed: Float64Array, shown: Float64Array): number {
  const largest = shown.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return computed.reduce((most, value, at) => Math.max(most, Math.abs(value - (shown[at] ?? 0))), 0) / largest;
}

/** The bytes that belong to it alone. */
export function partBuffersOf({ greatest, inputs, added, sums }: SeenParts): readonly ArrayBufferLike[] {
  const stacks = [inputs, added, sums].flatMap(({ values, limits }) => [values.buffer, limits.buffer]);
  return [...stacks, ...greatest.map(({ kernel }) => kernel.buffer)];
}
