import { signedColours, steps, type Ground } from './signedRamp';

/** How many values a shown map has at most in each direction. */
const mostShown = 96;

/** A map as pixels on the signed scale. */
export type SignedPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export type SignedMap = {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  readonly ground: Ground;
  /** The hue of a group of channels, degrees in OKLCH. */
  readonly hue?: number | undefined;
};

/** Colours a map; one of more than 96 values a side is first reduced by a whole factor, each pixel the mean of its values. */
export function signedPicture({ width, height, values, limit, ground, hue }: SignedMap): SignedPicture {
  const factor = Math.max(1, Math.ceil(Math.max(width, height) / mostShown));
  const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const data = new Uint8ClampedArray(columns * rows * 4);
  const [positive, negative] = [signedColours('positive', ground, hue), signedColours('negative', ground, hue)];
  for (let pixel = 0; pixel < columns * rows; pixel += 1) {
    const top = Math.floor(pixel / columns) * factor;
    const left = (pixel % columns) * factor;
    let [sum, count] = [0, 0];
    for (let row = top; row < Math.min(top + factor, height); row += 1) {
      for (let column = left; column < Math.min(left + factor, width); column += 1) {
        sum += values[row * width + column] ?? 0;
        count += 1;
      }
    }
    const share = limit === 0 ? 0 : sum / count / limit;
    const step = Math.round(Math.min(Math.abs(share), 1) * steps);
    const [red, green, blue] = (share < 0 ? negative : positive)[step] ?? [0, 0, 0];
    data[pixel * 4] = red;
    data[pixel * 4 + 1] = green;
    data[pixel * 4 + 2] = blue;
    data[pixel * 4 + 3] = 255;
  }
  return { width: columns, height: rows, data };
}
