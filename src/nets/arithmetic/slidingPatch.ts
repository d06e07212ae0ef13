import type { IndexRange, MapPatch } from './mapValues';
import type { Sliding } from './weightLayer';

/** A value of an output map. */
export type SlidingPlace = { readonly row: number; readonly column: number };

/** Of a map, in values. */
type MapSize = { readonly height: number; readonly width: number };

/**
 * The part of its input that a kernel reads at a place and around it: as much as `most` values hold, but at least what it reads
 * a step further each way.
 * @param size of the input
 * @param channels how many of them are read
 */
export function patchAround(
  sliding: Sliding,
  size: MapSize,
  place: SlidingPlace,
  { channels, most }: { readonly channels: number; readonly most: number },
): MapPatch {
  const { kernel, stride } = sliding;
  const side = Math.floor(Math.sqrt(most / channels));
  const grown = (kernelSide: number): number => Math.max(stride, Math.floor((side - kernelSide) / 2));
  const { rows, columns } = windowAt(sliding, place);
  return {
    rows: within(widened(rows, grown(kernel[0])), size.height),
    columns: within(widened(columns, grown(kernel[1])), size.width),
  };
}

/** Whether a patch has all that a kernel reads of a map at a place, and `steps` further each way. */
export function isCovered(patch: MapPatch, sliding: Sliding, size: MapSize, place: SlidingPlace, steps = 0): boolean {
  const { rows, columns } = windowAt(sliding, place);
  const by = steps * sliding.stride;
  return (
    holds(patch.rows, within(widened(rows, by), size.height)) &&
    holds(patch.columns, within(widened(columns, by), size.width))
  );
}

/** The place nearest to one where a patch has all that the kernel reads. */
export function nearestCovered(
  { rows, columns }: MapPatch,
  { kernel, stride, padding }: Sliding,
  { height, width }: MapSize,
  { row, column }: SlidingPlace,
): SlidingPlace {
  const nearest = (index: number, part: IndexRange, size: number, before: number, side: number): number => {
    const last = part.end < size ? Math.floor((part.end + before - side) / stride) : Infinity;
    const first = part.from > 0 ? Math.ceil((part.from + before) / stride) : 0;
    return Math.max(first, Math.min(index, last));
  };
  return {
    row: nearest(row, rows, height, padding.top, kernel[0]),
    column: nearest(column, columns, width, padding.left, kernel[1]),
  };
}

/** The rows and columns of its input under a kernel; those of padding lie outside the map. */
export function windowAt({ kernel, stride, padding }: Sliding, { row, column }: SlidingPlace): MapPatch {
  const [top, left] = [row * stride - padding.top, column * stride - padding.left];
  return { rows: { from: top, end: top + kernel[0] }, columns: { from: left, end: left + kernel[1] } };
}

function widened({ from, end }: IndexRange, by: number): IndexRange {
  return { from: from - by, end: end + by };
}

/** What lies inside a map. */
function within({ from, end }: IndexRange, size: number): IndexRange {
  return { from: Math.min(Math.max(0, from), size), end: Math.min(Math.max(0, end), size) };
}

function holds(outer: IndexRange, inner: IndexRange): boolean {
  return outer.from <= inner.from && outer.end >= inner.end;
}
