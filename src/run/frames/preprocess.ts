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
  const { left, top, side } = centreSquare(pixels.width, pixels.height);
  const taps = resizeTaps(side, resolution);
  const rows = resizedRows(pixels, { left, top, side }, taps);
  const input = new Float32Array(resolution * resolution * 3);
  for (let channel = 0; channel < 3; channel += 1) {
    const offset = mean[channel] ?? 0;
    const scale = 1 / (255 * (std[channel] ?? 1));
    const shift = offset / (std[channel] ?? 1);
    for (const [y, { first, weights }] of taps.entries()) {
      for (let x = 0; x < resolution; x += 1) {
        let sum = 0;
        for (let tap = 0; tap < weights.length; tap += 1) {
          sum += (weights[tap] ?? 0) * (rows[((first + tap) * resolution + x) * 3 + channel] ?? 0);
        }
        input[(y * resolution + x) * 3 + channel] = sum * scale - shift;
      }
    }
  }
  return input;
}

/** The source pixels of one target pixel, starting at `first`, with weights that sum to 1. */
type Taps = { readonly first: number; readonly weights: readonly number[] };

function resizeTaps(from: number, to: number): readonly Taps[] {
  const step = from / to;
  const reach = Math.max(step, 1);
  return Array.from({ length: to }, (_, target) => {
    const centre = (target + 0.5) * step;
    const first = Math.max(0, Math.floor(centre - reach + 0.5));
    const end = Math.min(from, Math.floor(centre + reach + 0.5));
    const weights = Array.from({ length: end - first }, (_unused, tap) =>
      Math.max(0, 1 - Math.abs(first + tap + 0.5 - centre) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

type Square = { readonly left: number; readonly top: number; readonly side: number };

/** Resizes every row of the square to the target width: side x target x 3, 0 to 255. */
function resizedRows({ width, data }: Pixels, { left, top, side }: Square, taps: readonly Taps[]): Float32Array {
  const rows = new Float32Array(side * taps.length * 3);
  for (let y = 0; y < side; y += 1) {
    const rowStart = (top + y) * width + left;
    for (const [x, { first, weights }] of taps.entries()) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = 0; tap < weights.length; tap += 1) {
        const at = (rowStart + first + tap) * 4;
        const weight = weights[tap] ?? 0;
        const opacity = (weight * (data[at + 3] ?? 255)) / 255;
        const white = 255 * (weight - opacity);
        red += opacity * (data[at] ?? 0) + white;
        green += opacity * (data[at + 1] ?? 0) + white;
        blue += opacity * (data[at + 2] ?? 0) + white;
      }
      const target = (y * taps.length + x) * 3;
      rows[target] = red;
      rows[target + 1] = green;
      rows[target + 2] = blue;
    }
  }
  return rows;
}
