import type { ChannelRange } from './weightLayer';

/** The values of one tensor, row by row, channels innermost. */
export type MapValues = {
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly values: ArrayLike<number>;
  /** The channels whose values are here, where they are not all of them. */
  readonly held?: ChannelRange | undefined;
  /** The places whose values are here, where they are not all of them. */
  readonly patch?: MapPatch | undefined;
};

/** A rectangle of a map. */
export type MapPatch = { readonly rows: IndexRange; readonly columns: IndexRange };

/** Rows or columns: `from` up to `end`, exclusive. */
export type IndexRange = { readonly from: number; readonly end: number };

/** The value at a place; 0 outside the map, as padding is; NaN where it is not here. */
export function valueOf(map: MapValues, row: number, column: number, channel: number): number {
  const [height, width] = map.shape;
  if (!isInside(row, height) || !isInside(column, width)) return 0;
  const { from, end } = heldBy(map);
  const { rows, columns } = patchOf(map);
  if (!isBetween(row, rows) || !isBetween(column, columns)) return NaN;
  const pixel = (row - rows.from) * (columns.end - columns.from) + column - columns.from;
  return map.values[pixel * (end - from) + channel - from] ?? 0;
}

/** Whether an index is one of `size`. */
export function isInside(index: number, size: number): boolean {
  return index >= 0 && index < size;
}

/** The channels whose values are here. */
export function heldBy({ shape: [, , channels], held }: MapValues): ChannelRange {
  return held ?? { from: 0, end: channels };
}

/** The places whose values are here. */
export function patchOf({ shape: [height, width], patch }: MapValues): MapPatch {
  return patch ?? { rows: { from: 0, end: height }, columns: { from: 0, end: width } };
}

function isBetween(index: number, { from, end }: IndexRange): boolean {
  return index >= from && index < end;
}

/** One channel of a tensor as a map of its own, row by row; the tensor is here as a whole. */
export function channelOf(tensor: MapValues, channel: number): Float64Array {
  const [height, width] = tensor.shape;
  const { from, end } = heldBy(tensor);
  const map = new Float64Array(height * width);
  for (let pixel = 0; pixel < map.length; pixel += 1) {
    map[pixel] = tensor.values[pixel * (end - from) + channel - from] ?? 0;
  }
  return map;
}
