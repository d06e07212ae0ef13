import type { MapValues } from '../../nets/arithmetic/mapValues';

/** What is left of some maps in others, and how much of their variance that is. */
export type Restored = { readonly maps: MapValues; readonly explained: number };

/** Keeps the equations solvable where maps are silent or repeat each other. */
const ridge = 1e-6;

/**
 * The best linear restoration of every map of `wanted` from all maps of `kept` and a constant: least squares over the pixels.
 * `explained` is the part of the variance of all wanted maps that it has, R² in statistics, 0 to 1.
 */
export function restoredMaps(wanted: MapValues, kept: MapValues): Restored {
  const [height, width, channels] = wanted.shape;
  const features = featuresOf(kept);
  const size = kept.shape[2] + 1;
  const pixels = height * width;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size * channels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let i = 0; i < size; i += 1) {
      const feature = features[pixel * size + i] ?? 0;
      if (feature === 0) continue;
      for (let j = 0; j < size; j += 1) add(gram, i * size + j, feature * (features[pixel * size + j] ?? 0));
      for (let c = 0; c < channels; c += 1)
        add(right, i * channels + c, feature * (wanted.values[pixel * channels + c] ?? 0));
    }
  }
  for (let i = 0; i < size; i += 1) add(gram, i * size + i, ridge * pixels);
  const solution = solved(gram, right, size, channels);
  const values = new Float64Array(pixels * channels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let i = 0; i < size; i += 1) {
      const feature = features[pixel * size + i] ?? 0;
      for (let c = 0; c < channels; c += 1)
        add(values, pixel * channels + c, feature * (solution[i * channels + c] ?? 0));
    }
  }
  return { maps: { shape: wanted.shape, values }, explained: explainedPart(wanted, values) };
}

/** The kept maps and a constant 1, pixel by pixel. */
function featuresOf({ shape: [height, width, channels], values }: MapValues): Float64Array {
  const features = new Float64Array(height * width * (channels + 1)).fill(1);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      features[pixel * (channels + 1) + channel] = values[pixel * channels + channel] ?? 0;
    }
  }
  return features;
}

/** Gauss's elimination of a symmetric positive matrix, for several right sides. */
function solved(matrix: Float64Array, right: Float64Array, size: number, columns: number): Float64Array {
  const [a, b] = [matrix.slice(), right.slice()];
  for (let pivot = 0; pivot < size; pivot += 1) {
    const scale = a[pivot * size + pivot] ?? 1;
    for (let row = 0; row < size; row += 1) {
      const factor = (a[row * size + pivot] ?? 0) / scale;
      if (row === pivot || factor === 0) continue;
      for (let j = pivot; j < size; j += 1) add(a, row * size + j, -factor * (a[pivot * size + j] ?? 0));
      for (let c = 0; c < columns; c += 1) add(b, row * columns + c, -factor * (b[pivot * columns + c] ?? 0));
    }
  }
  return b.map((value, at) => {
    const row = Math.floor(at / columns);
    return value / (a[row * size + row] ?? 1);
  });
}

function explainedPart({ shape: [height, width, channels], values }: MapValues, restored: Float64Array): number {
  const pixels = height * width;
  let [lost, all] = [0, 0];
  for (let channel = 0; channel < channels; channel += 1) {
    let sum = 0;
    for (let pixel = 0; pixel < pixels; pixel += 1) sum += values[pixel * channels + channel] ?? 0;
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const value = values[pixel * channels + channel] ?? 0;
      lost += (value - (restored[pixel * channels + channel] ?? 0)) ** 2;
      all += (value - sum / pixels) ** 2;
    }
  }
  return all === 0 ? 1 : Math.max(0, 1 - lost / all);
}

function add(array: Float64Array, at: number, value: number): void {
  array[at] = (array[at] ?? 0) + value;
}
