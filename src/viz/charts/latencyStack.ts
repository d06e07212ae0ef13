import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, stack, type SeriesPoint } from 'd3-shape';

export type LatencyStack<Part extends string> = {
  /** What each part adds, from the bottom up, as an outline. */
  readonly bands: readonly { readonly part: Part; readonly path: string }[];
  /** Numbers of frames, from 0. */
  readonly xTicks: readonly { readonly value: number; readonly at: number }[];
  /** Milliseconds. */
  readonly yTicks: readonly { readonly value: number; readonly at: number }[];
};

/**
 * Frames in their order from left to right, each a column of its parts in milliseconds, the first of `parts` at the bottom;
 * box of `width` x `height` px, origin top left.
 */
export function latencyStackOf<Part extends string>(
  frames: readonly Readonly<Record<Part, number>>[],
  parts: readonly Part[],
  { width, height }: { readonly width: number; readonly height: number },
): LatencyStack<Part> {
  const sums = frames.map((frame) => parts.reduce((sum, part) => sum + frame[part], 0));
  const x = scaleLinear([0, Math.max(1, frames.length)], [0, width]);
  const y = scaleLinear([0, Math.max(...sums, Number.MIN_VALUE)], [height, 0]).nice(4);
  const outline = area<SeriesPoint<Readonly<Record<Part, number>>>>()
    .x((_span, index) => x(index))
    .y0((span) => y(span[0]))
    .y1((span) => y(span[1]))
    .curve(curveStepAfter)
    .digits(1);
  const layers = stack<Readonly<Record<Part, number>>, Part>()
    .keys([...parts])
    .value((frame, part) => frame[part])([...frames]);
  return {
    // The last column ends where another would begin.
    bands: layers.map((layer) => ({ part: layer.key, path: outline([...layer, ...layer.slice(-1)]) ?? '' })),
    xTicks: x
      .ticks(5)
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(4).map((value) => ({ value, at: y(value) })),
  };
}
