import { area, curveStepAfter, line, stack, type SeriesPoint } from 'd3-shape';
import type { Scale } from './axis';

/** The two scales of a chart. */
export type Scales = { readonly x: Scale; readonly y: Scale };

/** A point of a chart, in the units of its axes. */
export type ChartPoint = { readonly x: number; readonly y: number };

/** A line through the points, in their order. */
export function linePath(points: readonly ChartPoint[], { x, y }: Scales): string {
  const drawn = line<ChartPoint>()
    .x((point) => x.at(point.x))
    .y((point) => y.at(point.y))
    .digits(2);
  return drawn(points) ?? '';
}

/** The function at `count` evenly spaced values of x, both ends included. */
export function curvePoints(
  valueOf: (x: number) => number,
  [from, to]: readonly [number, number],
  count = 241,
): readonly ChartPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const x = from + ((to - from) * index) / (count - 1);
    return { x, y: valueOf(x) };
  });
}

/**
 * Columns in their order from left to right, column i from x = i to i + 1, each a stack of its parts, the first of `parts`
 * at the bottom: an outline for every part over all columns.
 */
export function stackedColumnPaths<Part extends string>(
  columns: readonly Readonly<Record<Part, number>>[],
  parts: readonly Part[],
  { x, y }: Scales,
): readonly { readonly part: Part; readonly path: string }[] {
  const outline = area<SeriesPoint<Readonly<Record<Part, number>>>>()
    .x((_span, index) => x.at(index))
    .y0((span) => y.at(span[0]))
    .y1((span) => y.at(span[1]))
    .curve(curveStepAfter)
    .digits(1);
  const layers = stack<Readonly<Record<Part, number>>, Part>()
    .keys([...parts])
    .value((column, part) => column[part])([...columns]);
  // The last column ends where the next would begin.
  return layers.map((layer) => ({ part: layer.key, path: outline([...layer, ...layer.slice(-1)]) ?? '' }));
}
