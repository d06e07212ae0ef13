/** The values of one tensor, row by row, channels innermost. */
export type MapValues = {
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly values: ArrayLike<number>;
};

/** The value at a place; 0 outside the map, as padding is. */
export function valueOf({ shape, values }: MapValues, row: number, column: number, channel: number): number {
  const [height, width, channels] = shape;
  if (!isInside(row, height) || !isInside(column, width)) return 0;
  return values[(row * width + column) * channels + channel] ?? 0;
}

/** Whether an index is one of `size`. */
export function isInside(index: number, size: number): boolean {
  return index >= 0 && index < size;
}

/** One channel of a tensor as a map of its own, row by row. */
export function channelOf({ shape: [height, width, channels], values }: MapValues, channel: number): Float64Array {
  const map = new Float64Array(height * width);
  for (let pixel = 0; pixel < map.length; pixel += 1) map[pixel] = values[pixel * channels + channel] ?? 0;
  return map;
}
