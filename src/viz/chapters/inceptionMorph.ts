import type { InceptionStep } from '../../nets/explorables/inceptionWalk';

/** A slice of channels in a step of the walk, px; the same cells exist in every step, so that they can be animated. */
export type MorphCell = {
  readonly id: string;
  readonly row: MorphRow;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** False where the step has no such convolution; the cell is then hidden where it will appear. */
  readonly present: boolean;
};

/** Rows from the input down: pooling, 1x1 convolutions, first and second 3x3 convolutions, concatenation. */
export type MorphRow = 'pool' | 'pointwise' | 'spatial' | 'spatial2' | 'concat';

/** The name on cells that form one convolution. */
export type MorphLabel = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Whether the cells are too narrow for it: it then reads from the bottom up. */
  readonly isTurned: boolean;
};

export type InceptionMorph = {
  readonly cells: readonly MorphCell[];
  readonly labels: readonly MorphLabel[];
  readonly width: number;
  readonly height: number;
};

/** Px that `3×3` needs. */
const labelWidth = 30;
/** Enough cells for four towers of three, three of four, and twelve of one. */
const cellCount = 12;
const rowHeight = 28;
const rowGap = 12;
const rows: readonly MorphRow[] = ['pool', 'pointwise', 'spatial', 'spatial2', 'concat'];

/**
 * The four figures as twelve channel slices per row. The steps differ only in which slices are joined (one convolution
 * reads them all) and which are apart (a convolution each).
 * @param width of the picture, px
 */
export function inceptionMorphOf(step: InceptionStep, width: number): InceptionMorph {
  const all = rows.map((row) => ({ row, ...rowOf(step, row) }));
  const shown = all.filter(({ present }) => present(cellCount - 1) || present(0));
  // A row that the step lacks is hidden on the row that it will emerge from.
  const layouts = all.map((layout, index) => {
    const above = shown.filter((candidate) => all.indexOf(candidate) < index).length;
    return { ...layout, y: Math.min(above, shown.length - 1) * (rowHeight + rowGap) };
  });
  const cells = layouts.flatMap(({ row, perGroup, present, y }) =>
    cellsOf(row, { perGroup, y, width }).map((cell, index) => ({ ...cell, present: present(index) })),
  );
  const labels = layouts.flatMap(({ row, perGroup, present, text, y }) =>
    groupsOf(row, { perGroup, y, width })
      .filter(({ first }) => present(first) && text !== '')
      .map(({ id, x, y: middle, width: room }) => ({ id, x, y: middle, text, isTurned: room < labelWidth })),
  );
  return { cells, labels, width, height: shown.length * (rowHeight + rowGap) - rowGap };
}

type RowLayout = { readonly perGroup: number; readonly present: (cell: number) => boolean; readonly text: string };

function rowOf(step: InceptionStep, row: MorphRow): RowLayout {
  const towerCells = step === 'inception' ? 3 : 4;
  const always = (): boolean => true;
  switch (row) {
    case 'pool':
      return { perGroup: towerCells, present: (cell) => step === 'inception' && cell < 3, text: 'pool' };
    case 'pointwise':
      return {
        perGroup: step === 'shared' || step === 'extreme' ? cellCount : towerCells,
        present: always,
        text: '1×1',
      };
    case 'spatial':
      return {
        perGroup: step === 'extreme' ? 1 : towerCells,
        present: (cell) => step !== 'inception' || cell >= 6,
        text: '3×3',
      };
    case 'spatial2':
      return { perGroup: towerCells, present: (cell) => step === 'inception' && cell >= 9, text: '3×3' };
    case 'concat':
      return { perGroup: cellCount, present: always, text: 'concat' };
  }
}

type RowPlace = { readonly perGroup: number; readonly y: number; readonly width: number };

function cellsOf(row: MorphRow, { perGroup, y, width }: RowPlace): readonly Omit<MorphCell, 'present'>[] {
  const groups = cellCount / perGroup;
  const gap = groups === 1 ? 0 : groups === cellCount ? width / 90 : width / 25;
  const cellWidth = (width - gap * (groups - 1)) / cellCount;
  return Array.from({ length: cellCount }, (_, index) => ({
    id: `${row}${String(index)}`,
    row,
    x: index * cellWidth + Math.floor(index / perGroup) * gap,
    y,
    width: cellWidth,
    height: rowHeight,
  }));
}

function groupsOf(row: MorphRow, place: RowPlace) {
  const cells = cellsOf(row, place);
  const { perGroup } = place;
  return cells
    .filter((_, index) => index % perGroup === 0)
    .map((cell, group) => ({
      id: `${row}-label${String(group)}`,
      first: group * perGroup,
      x: cell.x + (cell.width * perGroup) / 2,
      width: cell.width * perGroup,
      y: cell.y + rowHeight / 2,
    }));
}
