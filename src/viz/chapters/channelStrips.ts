import type { NarrowActivation, NarrowFeatures } from './narrowFeatures';
import { activated, channelValues } from './narrowFeatures';

/** A channel along the spiral as two areas: the values that the activation passes, and those that it clips. */
export type ChannelStrip = { readonly passed: string; readonly cut: string };

/** A strip per channel, from the centre of the spiral outwards, on one vertical scale with 0 in the middle; px. */
export function channelStripsOf(
  { original, directions }: NarrowFeatures,
  activation: NarrowActivation,
  width: number,
  height: number,
): readonly ChannelStrip[] {
  const channels = directions.map((direction) => channelValues(original, direction));
  const max = Math.max(...channels.flat().map(Math.abs), 1e-9);
  const xOf = (index: number): number => (index / Math.max(1, original.length - 1)) * width;
  const yOf = (value: number): number => height / 2 - (value / max) * (height / 2 - 1);
  return channels.map((values) => ({
    passed: area(
      values.map((value) => [0, activated(activation, value)]),
      xOf,
      yOf,
    ),
    cut: area(
      values.map((value) => [activated(activation, value), value]),
      xOf,
      yOf,
    ),
  }));
}

/** The outline between two values at every step. */
function area(
  pairs: readonly (readonly [number, number])[],
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): string {
  const point = (index: number, value: number): string => `${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`;
  const upper = pairs.map(([, value], index) => point(index, value));
  const lower = pairs.map(([value], index) => point(index, value)).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}
