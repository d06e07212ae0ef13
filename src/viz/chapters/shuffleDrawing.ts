/** The stages of a channel shuffle, in order. */
export const shuffleStages = ['grouped', 'reshaped', 'transposed', 'flattened'] as const;
export type ShuffleStage = (typeof shuffleStages)[number];

/** A channel in the shuffle, px. */
export type ShuffleCell = {
  /** Its number before the shuffle. */
  readonly channel: number;
  readonly group: number;
  readonly x: number;
  readonly y: number;
};

/** The ends of a channel's wire, from the upper row to the lower one, px. */
export type ShuffleWire = {
  readonly channel: number;
  readonly group: number;
  readonly from: number;
  readonly to: number;
};

/** The extent of a group in the upper or lower row, px. */
export type GroupSpan = { readonly group: number; readonly x: number; readonly width: number };

export type ShuffleDrawing = {
  readonly width: number;
  readonly height: number;
  /** Side of a cell. */
  readonly cell: number;
  /** Every channel at its place in this stage, in channel order. */
  readonly cells: readonly ShuffleCell[];
  /** The left edges of the cells in the rows before and after the shuffle. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly groupsBefore: readonly GroupSpan[];
  /** Groups of the next convolution, below the last row. */
  readonly groupsAfter: readonly GroupSpan[];
  readonly wires: readonly ShuffleWire[];
  readonly topRow: number;
  readonly bottomRow: number;
  /** The table's top left corner. */
  readonly table: { readonly x: number; readonly y: number; readonly rows: number; readonly columns: number };
};

type Shuffle = { readonly groups: number; readonly channelsPerGroup: number };

/** The new position of each channel: channel i * n + j of g groups of n moves to j * g + i. */
export function shuffledPositions({ groups, channelsPerGroup }: Shuffle): readonly number[] {
  return Array.from({ length: groups * channelsPerGroup }, (_, channel) => {
    const group = Math.floor(channel / channelsPerGroup);
    return (channel % channelsPerGroup) * groups + group;
  });
}

const largestCell = 44;
/** Px above and below the rows for the names of groups, and between rows and table. */
const label = 26;
const breath = 22;

/**
 * A shuffle as reshape, transpose, flatten (ShuffleNet, arXiv:1707.01083, section 3.1), drawn into `width` px: a row of
 * grouped channels above, a row of shuffled ones below, and between them the table that the channels pass through. No higher than `maxHeight` px.
 */
export function shuffleDrawing(
  shuffle: Shuffle,
  stage: ShuffleStage,
  width: number,
  maxHeight = Infinity,
): ShuffleDrawing {
  const { groups, channelsPerGroup } = shuffle;
  const count = groups * channelsPerGroup;
  const tableSide = Math.max(groups, channelsPerGroup);
  const cell = Math.min(
    largestCell,
    Math.floor(width / (count + groupGap * (tableSide - 1))),
    Math.floor((maxHeight - 2 * label - 2 * breath) / (tableSide + 2)),
  );
  const side = tableSide * cell;
  const topRow = label;
  const tableTop = topRow + cell + breath;
  const bottomRow = tableTop + side + breath;
  const before = rowOf(count, channelsPerGroup, cell, width);
  const after = rowOf(count, channelsPerGroup, cell, width);
  const positions = shuffledPositions(shuffle);
  const transposed = stage === 'transposed';
  const rows = transposed ? channelsPerGroup : groups;
  const columns = transposed ? groups : channelsPerGroup;
  const table = { x: (width - columns * cell) / 2, y: tableTop + (side - rows * cell) / 2, rows, columns };
  const place = (channel: number): { readonly x: number; readonly y: number } => {
    const [group, member] = [Math.floor(channel / channelsPerGroup), channel % channelsPerGroup];
    if (stage === 'grouped') return { x: before[channel] ?? 0, y: topRow };
    if (stage === 'flattened') return { x: after[positions[channel] ?? 0] ?? 0, y: bottomRow };
    const [row, column] = transposed ? [member, group] : [group, member];
    return { x: table.x + column * cell, y: table.y + row * cell };
  };
  const spans = (row: readonly number[]): readonly GroupSpan[] =>
    Array.from({ length: groups }, (_, group) => ({
      group,
      x: row[group * channelsPerGroup] ?? 0,
      width: channelsPerGroup * cell,
    }));
  const groupOf = (channel: number): number => Math.floor(channel / channelsPerGroup);
  return {
    width,
    height: bottomRow + cell + label,
    cell,
    cells: positions.map((_, channel) => ({ channel, group: groupOf(channel), ...place(channel) })),
    before,
    after,
    groupsBefore: spans(before),
    groupsAfter: spans(after),
    wires: positions.map((position, channel) => ({
      channel,
      group: groupOf(channel),
      from: (before[channel] ?? 0) + cell / 2,
      to: (after[position] ?? 0) + cell / 2,
    })),
    topRow,
    bottomRow,
    table,
  };
}

/** Between groups, in cells. */
const groupGap = 0.5;

/** Left edges of `count` cells in groups of `perGroup`, centred in `width`. */
function rowOf(count: number, perGroup: number, cell: number, width: number): readonly number[] {
  const gaps = count / perGroup - 1;
  const start = (width - (count + groupGap * gaps) * cell) / 2;
  return Array.from({ length: count }, (_, index) => start + (index + groupGap * Math.floor(index / perGroup)) * cell);
}
