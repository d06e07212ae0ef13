import { mostShown, reducedMap } from '../../nets/maps/reducedMap';
import { signedColours, steps, type Ground } from './signedRamp';

/** Many maps of one size as pixels on the signed scale, side by side. */
export type SignedPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export type SignedMap = {
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  /** The hue of a group of channels, degrees in OKLCH. */
  readonly hue?: number | undefined;
};

/** How maps of one size lie in their picture: `across` beside each other, each `width` x `height` pixels. */
export type Atlas = { readonly across: number; readonly width: number; readonly height: number };

/**
 * Colours maps of one size, into one picture. Of more than 96 values a side, each pixel is the mean of a square of them.
 * @param size of each map, in values
 */
export function signedPicture(
  maps: readonly SignedMap[],
  size: readonly [height: number, width: number],
  ground: Ground,
): SignedPicture & { readonly atlas: Atlas } {
  const factor = Math.max(1, Math.ceil(Math.max(...size) / mostShown));
  const [height, width] = [Math.ceil(size[0] / factor), Math.ceil(size[1] / factor)];
  const across = Math.max(1, Math.ceil(Math.sqrt(maps.length)));
  const down = Math.max(1, Math.ceil(maps.length / across));
  const pixels = new Uint32Array(across * width * down * height);
  for (const [index, { values, limit, hue }] of maps.entries()) {
    const colours = pixelColours(ground, hue);
    const map = reducedMap(values, size, factor);
    const first = Math.floor(index / across) * height * across * width + (index % across) * width;
    const scale = limit === 0 ? 0 : steps / limit;
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const step = Math.round((map[row * width + column] ?? 0) * scale);
        pixels[first + row * across * width + column] = colours[steps + Math.min(Math.max(step, -steps), steps)] ?? 0;
      }
    }
  }
  const data = new Uint8ClampedArray(pixels.buffer);
  return { width: across * width, height: down * height, data, atlas: { across, width, height } };
}

/** Each pixel as a square of so many a side. */
export function grownPicture({ width, height, data }: SignedPicture, times: number): SignedPicture {
  const [from, row] = [new Uint32Array(data.buffer), width * times];
  const pixels = new Uint32Array(row * height * times);
  for (let down = 0; down < height; down += 1) {
    const first = down * times * row;
    for (let across = 0; across < width; across += 1) {
      pixels.fill(from[down * width + across] ?? 0, first + across * times, first + (across + 1) * times);
    }
    for (let again = 1; again < times; again += 1) pixels.copyWithin(first + again * row, first, first + row);
  }
  return { width: row, height: height * times, data: new Uint8ClampedArray(pixels.buffer) };
}

const tables = new Map<string, Uint32Array>();

/** The colours from -limit to limit as pixels. */
function pixelColours(ground: Ground, hue: number | undefined): Uint32Array {
  const key = `${ground} ${String(hue ?? '')}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const negative = signedColours('negative', ground, hue).slice(1).reverse();
  const colours = [...negative, ...signedColours('positive', ground, hue)];
  const bytes = new Uint8Array(colours.flatMap((colour) => [...colour, 255]));
  const table = new Uint32Array(bytes.buffer);
  tables.set(key, table);
  return table;
}
