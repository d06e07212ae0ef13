import type { Colouring } from './ramp';

/** All feature maps of one tensor. */
export type FeatureMaps = {
  readonly shape: readonly [height: number, width: number, channels: number];
  /** Row by row, channels innermost. */
  readonly values: Float32Array;
};

/** One channel as RGBA pixels, row by row, and the values that are darkest and lightest. */
export type MapPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly least: number;
  readonly greatest: number;
};

/**
 * One channel, from its own least value to its own greatest; a constant one is dark. The entries of a vector are single
 * pixels without a range of their own, and share that from 0 to the largest.
 */
export function featureMapOf(maps: FeatureMaps, channel: number, colour: Colouring): MapPicture {
  const { shape, values } = maps;
  const [height, width, channels] = shape;
  const { least, greatest } = rangeOf(maps, channel);
  const span = greatest - least;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const value = values[pixel * channels + channel] ?? 0;
    data.set([...colour(span > 0 ? (value - least) / span : 0), 255], pixel * 4);
  }
  return { width, height, data, least, greatest };
}

function rangeOf({ shape: [height, width, channels], values }: FeatureMaps, channel: number) {
  if (height * width === 1) return { least: 0, greatest: values.reduce((a, b) => Math.max(a, b), 0) };
  let [least, greatest] = [Infinity, -Infinity];
  for (let at = channel; at < values.length; at += channels) {
    const value = values[at] ?? 0;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return { least, greatest };
}
