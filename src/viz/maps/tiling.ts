import { mostShown } from '../../nets/maps/reducedMap';

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

/** The largest whole multiple of a map's side that fits into a tile, so that values stay squares; a larger map is reduced. */
export function wholeTile(tile: number, side: number): number {
  const shown = side / Math.ceil(side / mostShown);
  return shown > tile ? tile : Math.floor(tile / Math.ceil(shown)) * Math.ceil(shown);
}

/** Px between tiles: wide enough to tell maps apart, also on a sheet of a thousand. */
const gaps = { few: 6, many: 3 } as const;

/** The largest tiles with which so many maps fit side by side, in the order of the channels. */
export function fittingTiling(
  count: number,
  mapSize: Tiling['mapSize'],
  { width, maxHeight }: { readonly width: number; readonly maxHeight: number },
): Tiling {
  const gap = count > 100 ? gaps.many : gaps.few;
  const tilingOf = (columns: number): Tiling => {
    const tile = Math.max(1, Math.floor(Math.min((width + gap) / columns - gap, maxHeight)));
    return { columns, tile: wholeTile(tile, Math.max(...mapSize)), gap, mapSize };
  };
  for (let columns = 1; columns < count; columns += 1) {
    const tiling = tilingOf(columns);
    if (sizeOf(tiling, count).height <= maxHeight) return tiling;
  }
  return tilingOf(count);
}
