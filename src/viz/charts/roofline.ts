import { decadeAxis, type NumberAxis } from './axis';
import type { ChartPoint } from './paths';

/** A layer: multiply-adds for every byte it moves, and the multiply-adds a second that it reached. */
export type RooflineDatum = { readonly id: string; readonly intensity: number; readonly macsPerSecond: number };

export type RooflinePeaks = { readonly macsPerSecond: number; readonly bytesPerSecond: number };

/** What the device can reach; x is MACs per byte, y is MACs per second, both logarithmic. */
export type Roofline = {
  readonly x: NumberAxis;
  readonly y: NumberAxis;
  /** Up the slope that the memory allows, then along the peak of the arithmetic. */
  readonly roof: readonly ChartPoint[];
  /** Where the two meet, in MACs per byte: below this intensity a layer waits for memory. */
  readonly ridge: number;
};

/**
 * The roof over the layers: min(peak multiply-adds, intensity x bandwidth). Both axes run over whole decades, so that the
 * roof and every layer are inside.
 */
export function rooflineOf(layers: readonly RooflineDatum[], peaks: RooflinePeaks): Roofline {
  const ridge = peaks.macsPerSecond / peaks.bytesPerSecond;
  const x = decadeAxis([...layers.map(({ intensity }) => intensity), ridge]);
  const y = decadeAxis([...layers.map(({ macsPerSecond }) => macsPerSecond), peaks.macsPerSecond]);
  const [left, right] = x.domain;
  const [bottom] = y.domain;
  // The slope enters at the left edge or at the bottom, whichever it meets first.
  const start = Math.max(left, bottom / peaks.bytesPerSecond);
  return {
    x,
    y,
    roof: [start, ridge, right].map((intensity) => ({
      x: intensity,
      y: Math.min(peaks.macsPerSecond, intensity * peaks.bytesPerSecond),
    })),
    ridge,
  };
}
