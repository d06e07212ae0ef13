import { scaleLog } from 'd3-scale';

/** A layer: multiply-adds for every byte it moves, and multiply-adds a second that it reached. */
export type RooflineDatum = { readonly id: string; readonly intensity: number; readonly macsPerSecond: number };

export type RooflinePeaks = { readonly macsPerSecond: number; readonly bytesPerSecond: number };

export type RooflineTick = { readonly value: number; readonly at: number };

/** A roofline in px, with the origin at the top left of its box. */
export type Roofline = {
  readonly points: readonly (RooflineDatum & { readonly x: number; readonly y: number })[];
  /** Up the slope that the memory allows, then along what the arithmetic does. */
  readonly roof: string;
  /** Where the two meet: below this intensity a layer waits for memory. MACs per byte, and its x. */
  readonly ridge: { readonly intensity: number; readonly x: number; readonly y: number };
  readonly xTicks: readonly RooflineTick[];
  readonly yTicks: readonly RooflineTick[];
};

/**
 * Layers under what the device can reach: min(peak multiply-adds, intensity x bandwidth), both axes logarithmic. Whole
 * decades on both, so that the roof and every point are inside.
 */
export function rooflineOf(
  data: readonly RooflineDatum[],
  peaks: RooflinePeaks,
  { width, height }: { readonly width: number; readonly height: number },
): Roofline {
  const ridge = peaks.macsPerSecond / peaks.bytesPerSecond;
  const [left, right] = decadesAround([...data.map(({ intensity }) => intensity), ridge]);
  const [bottom, top] = decadesAround([...data.map(({ macsPerSecond }) => macsPerSecond), peaks.macsPerSecond]);
  const x = scaleLog([left, right], [0, width]);
  const y = scaleLog([bottom, top], [height, 0]);
  const reached = (intensity: number): number => Math.min(peaks.macsPerSecond, intensity * peaks.bytesPerSecond);
  // The slope enters at the left edge or at the bottom, whichever it meets first.
  const start = Math.max(left, bottom / peaks.bytesPerSecond);
  const corner = (intensity: number): string => `${x(intensity)},${y(reached(intensity))}`;
  return {
    points: data.map((datum) => ({ ...datum, x: x(datum.intensity), y: y(datum.macsPerSecond) })),
    roof: `M${corner(start)}L${corner(ridge)}L${corner(right)}`,
    ridge: { intensity: ridge, x: x(ridge), y: y(peaks.macsPerSecond) },
    xTicks: decades(left, right).map((value) => ({ value, at: x(value) })),
    yTicks: decades(bottom, top).map((value) => ({ value, at: y(value) })),
  };
}

function decadesAround(values: readonly number[]): readonly [number, number] {
  const logs = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const least = Math.floor(Math.min(...logs));
  return [10 ** least, 10 ** Math.max(least + 1, Math.ceil(Math.max(...logs)))];
}

function decades(from: number, to: number): readonly number[] {
  const first = Math.round(Math.log10(from));
  const count = Math.round(Math.log10(to)) - first + 1;
  return Array.from({ length: count }, (_, index) => 10 ** (first + index));
}
