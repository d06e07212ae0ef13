import { isInside, valueOf, type MapValues } from '../../nets/arithmetic/mapValues';
import { windowAt, type SlidingPlace } from '../../nets/arithmetic/slidingPatch';
import type { Sliding } from '../../nets/arithmetic/weightLayer';
import { magnitudeLimit } from '../../nets/maps/scaleLimit';

/** A part of an input map around a kernel's window, in cells. */
export type MapNeighbourhood = {
  readonly rows: number;
  readonly columns: number;
  /** Row by row; null outside the map, and where nothing was read. */
  readonly values: readonly (number | null)[];
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  /** Where the window lies in it. */
  readonly window: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** Left edges of the windows of the values before and after in the row. */
  readonly neighbours: readonly number[];
};

/**
 * What lies around a window of an input map.
 * @param beside cells to each side of the window: across, and down
 */
export function neighbourhoodOf(
  map: MapValues,
  channel: number,
  sliding: Sliding,
  place: SlidingPlace,
  [across, down]: readonly [number, number],
): MapNeighbourhood {
  const { kernel, stride } = sliding;
  const at = windowAt(sliding, place);
  const [rows, columns] = [kernel[0] + 2 * down, kernel[1] + 2 * across];
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const row = at.rows.from - down + Math.floor(index / columns);
    const column = at.columns.from - across + (index % columns);
    if (!isInside(row, map.shape[0]) || !isInside(column, map.shape[1])) return null;
    const value = valueOf(map, row, column, channel);
    return Number.isNaN(value) ? null : value;
  });
  const neighbours = [-2, -1, 1, 2]
    .map((steps) => across + steps * stride)
    .filter((left) => left >= 0 && left + kernel[1] <= columns)
    .filter((left) => isInside(at.columns.from + left - across + Math.floor(kernel[1] / 2), map.shape[1]));
  return {
    ...{ rows, columns, values },
    limit: magnitudeLimit(values.flatMap((value) => value ?? [])),
    window: { row: down, column: across, rows: kernel[0], columns: kernel[1] },
    neighbours,
  };
}
