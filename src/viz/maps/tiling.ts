/** Square tiles in rows, one for each map, in CSS px. */
export type Tiling = {
  readonly columns: number;
  /** The side of a tile. */
  readonly tile: number;
  readonly gap: number;
  /** Of each map, in values. */
  readonly mapSize: readonly [height: number, width: number];
};

/** What so many tiles take. */
export function sizeOf(
  { columns, tile, gap }: Tiling,
  count: number,
): { readonly width: number; readonly height: number } {
  const sideOf = (tiles: number): number => Math.max(0, tiles * (tile + gap) - gap);
  return { width: sideOf(Math.min(columns, count)), height: sideOf(Math.ceil(count / columns)) };
}

/** The left upper corner of a tile. */
export function cornerAt({ columns, tile, gap }: Tiling, index: number): { readonly x: number; readonly y: number } {
  return { x: (index % columns) * (tile + gap), y: Math.floor(index / columns) * (tile + gap) };
}

/** The tile at a point; null beside all of them. */
export function indexAt({ columns, tile, gap }: Tiling, count: number, x: number, y: number): number | null {
  const [column, row] = [Math.floor(x / (tile + gap)), Math.floor(y / (tile + gap))];
  const index = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && index < count ? index : null;
}

/** Where a point lies in a tile, as fractions of its side, from its middle value to the middle of the next. */
export function placeAt(
  tiling: Tiling,
  index: number,
  x: number,
  y: number,
): { readonly down: number; readonly across: number } {
  const corner = cornerAt(tiling, index);
  const fraction = (offset: number, values: number): number => {
    const value = Math.min(Math.max(Math.floor((offset / tiling.tile) * values), 0), values - 1);
    return (value + 0.5) / values;
  };
  return { down: fraction(y - corner.y, tiling.mapSize[0]), across: fraction(x - corner.x, tiling.mapSize[1]) };
}
