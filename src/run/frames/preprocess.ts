/** A picture in memory: red, green, blue and opacity of every pixel, row by row, 0 to 255, not premultiplied. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray | Uint8Array };

/** How a network's training images were normalised: (value / 255 - mean) / std, for red, green and blue. */
export type Normalisation = { readonly mean: Rgb; readonly std: Rgb };

type Rgb = readonly [red: number, green: number, blue: number];

/** Mean and standard deviation of ImageNet, the default for weights that do not say. */
export const imageNetNormalisation: Normalisation = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** The largest centre square of a picture: left, top and side, in pixels. */
export function centreSquare(
  width: number,
  height: number,
): { readonly left: number; readonly top: number; readonly side: number } {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), side };
}

/**
 * The network's input for a picture, resolution x resolution x 3: its centre square, resized and normalised. A picture
 * of exactly that size is not resized. Transparent pixels are blended over white.
 *
 * Resizing is bilinear with antialiasing: when it shrinks, the triangle filter is as wide as the step, so that every
 * source pixel counts. Pillow and torchvision's transforms do the same, and so the training of most published weights.
 */
export function networkInput(pixels: Pixels, resolution: number, { mean, std }: Normalisation): Float32Array {
  const square = centreSquare(pixels.width, pixels.height);
  const taps = resizeTaps(square.side, resolution);
  const input = resizedColumns(resizedRows(overWhite(pixels, square), square.side, taps), taps);
  const [redScale, greenScale, blueScale] = [1 / (255 * std[0]), 1 / (255 * std[1]), 1 / (255 * std[2])];
  const [redShift, greenShift, blueShift] = [mean[0] / std[0], mean[1] / std[1], mean[2] / std[2]];
  for (let at = 0; at < input.length; at += 3) {
    input[at] = (input[at] ?? 0) * redScale - redShift;
    input[at + 1] = (input[at + 1] ?? 0) * greenScale - greenShift;
    input[at + 2] = (input[at + 2] ?? 0) * blueScale - blueShift;
  }
  return input;
}

/**
 * For each target pixel the source pixels that it takes, `count` from `firsts` on, and their weights, which sum to 1.
 * In flat arrays: engines that have not compiled these loops yet spend most of their time on objects and short arrays.
 */
type Taps = { readonly count: number; readonly firsts: Int32Array; readonly weights: Float32Array };

function resizeTaps(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(step, 1);
  const count = Math.min(from, Math.ceil(2 * reach) + 1);
  const firsts = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let target = 0; target < to; target += 1) {
    const centre = (target + 0.5) * step;
    const first = Math.min(Math.max(0, Math.floor(centre - reach + 0.5)), from - count);
    const own = Array.from({ length: count }, (_, tap) =>
      Math.max(0, 1 - Math.abs(first + tap + 0.5 - centre) / reach),
    );
    const sum = own.reduce((total, weight) => total + weight, 0);
    firsts[target] = first;
    for (const [tap, weight] of own.entries()) weights[target * count + tap] = weight / sum;
  }
  return { count, firsts, weights };
}

type Square = { readonly left: number; readonly top: number; readonly side: number };

/** The square blended over white: side x side x 3, 0 to 255. */
function overWhite({ width, data }: Pixels, { left, top, side }: Square): Float32Array {
  const blended = new Float32Array(side * side * 3);
  let to = 0;
  for (let y = 0; y < side; y += 1) {
    const start = ((top + y) * width + left) * 4;
    for (let from = start; from < start + 4 * side; from += 4) {
      const opacity = (data[from + 3] ?? 255) / 255;
      const white = 255 - 255 * opacity;
      blended[to] = opacity * (data[from] ?? 0) + white;
      blended[to + 1] = opacity * (data[from + 1] ?? 0) + white;
      blended[to + 2] = opacity * (data[from + 2] ?? 0) + white;
      to += 3;
    }
  }
  return blended;
}

/** Resizes every row of a picture, side x side x 3, to the target width: side x target x 3. */
function resizedRows(picture: Float32Array, side: number, { count, firsts, weights }: Taps): Float32Array {
  const target = firsts.length;
  const rows = new Float32Array(side * target * 3);
  let to = 0;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < target; x += 1) {
      let from = (y * side + (firsts[x] ?? 0)) * 3;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = x * count; tap < (x + 1) * count; tap += 1) {
        const weight = weights[tap] ?? 0;
        red += weight * (picture[from] ?? 0);
        green += weight * (picture[from + 1] ?? 0);
        blue += weight * (picture[from + 2] ?? 0);
        from += 3;
      }
      rows[to] = red;
      rows[to + 1] = green;
      rows[to + 2] = blue;
      to += 3;
    }
  }
  return rows;
}

/** Resizes every column of the rows to the target height: target x target x 3. */
function resizedColumns(rows: Float32Array, { count, firsts, weights }: Taps): Float32Array {
  const length = firsts.length * 3;
  const columns = new Float32Array(firsts.length * length);
  for (let y = 0; y < firsts.length; y += 1) {
    for (let tap = 0; tap < count; tap += 1) {
      const weight = weights[y * count + tap] ?? 0;
      const from = ((firsts[y] ?? 0) + tap) * length;
      if (weight === 0) continue;
      for (let x = 0; x < length; x += 1) {
        columns[y * length + x] = (columns[y * length + x] ?? 0) + weight * (rows[from + x] ?? 0);
      }
    }
  }
  return columns;
}
