import { mostShown } from '../../nets/maps/reducedMap';
import { wholeTile } from './tiling';

/** The maps that stand for one stage of a network, in a column of tiles. */
export type StageColumn = {
  /** Tiles beside each other. */
  readonly columns: number;
  /** The side of a tile, px. */
  readonly tile: number;
  /** How many maps are shown. */
  readonly count: number;
};

export type ColumnStage = { readonly side: number; readonly channels: number };

/** How much larger than wished a tile may be, so that its map grows by whole pixels. */
const mostGrown = 1.35;

/** Px between tiles, and between stages. */
export const columnGaps = { tiles: 4, stages: 18 } as const;

/** How many maps of a size a column may have room for, where it is as high as it gets and its tiles as small as they are read. */
export function mostInColumn(side: number, height: number): number {
  const { columns, tile } = plainColumn(side);
  return columns * Math.ceil(height / (0.6 * tile + columnGaps.tiles));
}

/** Fewer and smaller to the right would be to scale, but unreadable: tiles shrink by 3 while their number grows by 8. */
function plainColumn(side: number): { readonly columns: number; readonly tile: number } {
  if (side >= 80) return { columns: 1, tile: 90 };
  if (side >= 40) return { columns: 1, tile: 72 };
  if (side >= 20) return { columns: 2, tile: 48 };
  return side >= 10 ? { columns: 2, tile: 42 } : { columns: 3, tile: 28 };
}

/**
 * Columns of maps that together take `width` px and at most `height` px.
 * @param stages the side of each stage's maps, in values, and its number of channels
 */
export function networkColumns(stages: readonly ColumnStage[], width: number, height: number): readonly StageColumn[] {
  const plain = stages.map(({ side }) => plainColumn(side));
  const gaps =
    plain.reduce((sum, { columns }) => sum + (columns - 1) * columnGaps.tiles, 0) +
    (stages.length - 1) * columnGaps.stages;
  const tiles = plain.reduce((sum, { columns, tile }) => sum + columns * tile, 0);
  const scale = Math.min(1.25, Math.max(0.4, (width - gaps) / tiles));
  const wholes = plain.map(({ tile }, index) => wholeTile(tile * scale, stages[index]?.side ?? tile));
  // Where room is left, a tile may take the next whole multiple, from the left.
  let left = width - gaps - plain.reduce((sum, { columns }, index) => sum + columns * (wholes[index] ?? 0), 0);
  for (const [index, { columns, tile }] of plain.entries()) {
    const [whole = 0, side = tile] = [wholes[index], stages[index]?.side];
    const next = whole + Math.ceil(side / Math.ceil(side / mostShown));
    if (next > mostGrown * tile * scale || columns * (next - whole) > left) continue;
    left -= columns * (next - whole);
    wholes[index] = next;
  }
  return plain.map(({ columns, tile }, index) => {
    const side = wholes[index] ?? tile;
    const rows = Math.max(1, Math.floor((height + columnGaps.tiles) / (side + columnGaps.tiles)));
    return { columns, tile: side, count: Math.min(rows * columns, stages[index]?.channels ?? 0) };
  });
}

/** One row of maps for each stage, for a narrow page. */
export function networkRows(stages: readonly ColumnStage[], width: number): readonly StageColumn[] {
  return stages.map(({ side, channels }) => {
    const { tile } = plainColumn(side);
    const columns = Math.max(1, Math.floor((width + columnGaps.tiles) / (tile + columnGaps.tiles)));
    return { columns, tile: wholeTile(tile, side), count: Math.min(columns, channels) };
  });
}
