import { path } from 'd3-path';
import type { Graph, Node } from '../../nets/graph';
import { valueAt } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import type { Channels } from '../../nets/readings/contributors';

/** A channel of one tensor of the stack; `x` is its left edge. */
export type ReachCell = {
  readonly channel: number;
  /** The group of the convolution that computed it; for the input, the group that reads it. */
  readonly group: number;
  readonly x: number;
  /** Whether it reaches the chosen output. */
  readonly lit: boolean;
};

/** The channels of one tensor, from left to right; `y` is their upper edge. */
export type ReachRow = { readonly id: string; readonly y: number; readonly cells: readonly ReachCell[] };

/** A link between two rows: all wires of one group of a convolution, or a wire per channel of a shuffle. */
export type ReachLink = { readonly id: string; readonly group: number; readonly lit: boolean } & (
  | { readonly kind: 'group'; readonly path: string; readonly litPath: string }
  | { readonly kind: 'wire'; readonly path: string }
);

export type ReachDrawing = {
  readonly width: number;
  readonly height: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly rows: readonly ReachRow[];
  readonly links: readonly ReachLink[];
};

const cellHeight = 22;
const gap = 2;
const groupHeight = 34;
const shuffleHeight = 52;
const largestCell = 32;
/** Between groups, in cells. */
const groupGap = 0.6;

/**
 * A chain of grouped convolutions and shuffles of one width, from top to bottom, fitted into `width` px, with the channels
 * of `lit` (by node id) lit. Norms and activations keep channels apart and are left out.
 */
export function reachDrawing(graph: Graph, lit: ReadonlyMap<string, Channels>, width: number): ReachDrawing {
  const chain = graph.nodes.filter(({ op }) => !hasTrait(op, 'isEpilogue'));
  const grid = gridOf(graph.input.shape.channels, groupsOf(chain), width);
  const rows: ReachRow[] = [];
  const links: ReachLink[] = [];
  for (const node of chain) {
    const reached = valueAt(lit, node.id);
    const above = rows.at(-1);
    const groups = above === undefined ? grid.groupOfChannel : groupsBelow(node, above, grid);
    const y = above === undefined ? 1 : above.y + cellHeight + 2 * gap + linkHeight(node);
    if (above !== undefined) links.push(...linksOf(node, above, reached, grid));
    const cells = groups.map((group, channel) => ({
      channel,
      group,
      x: grid.left(channel),
      lit: reached.has(channel),
    }));
    rows.push({ id: node.id, y, cells });
  }
  return {
    width,
    height: (rows.at(-1)?.y ?? 0) + cellHeight + 1,
    cellWidth: grid.cellWidth,
    cellHeight,
    rows,
    links,
  };
}

/** The places of channels, the same in every row. */
type Grid = {
  readonly channels: number;
  readonly groups: number;
  readonly perGroup: number;
  readonly cellWidth: number;
  readonly left: (channel: number) => number;
  /** The group at each channel's place. */
  readonly groupOfChannel: readonly number[];
};

function gridOf(channels: number, groups: number, width: number): Grid {
  const perGroup = channels / groups;
  const cells = channels + groupGap * (groups - 1);
  const cellWidth = Math.min(largestCell, width / cells);
  const start = (width - cells * cellWidth) / 2;
  return {
    channels,
    groups,
    perGroup,
    cellWidth,
    left: (channel) => start + (channel + groupGap * Math.floor(channel / perGroup)) * cellWidth,
    groupOfChannel: Array.from({ length: channels }, (_, channel) => Math.floor(channel / perGroup)),
  };
}

function linkHeight({ op }: Node): number {
  return op.kind === 'channelShuffle' ? shuffleHeight : groupHeight;
}

function groupsOf(chain: readonly Node[]): number {
  for (const { op } of chain) if (op.kind === 'conv') return op.groups;
  return 1;
}

/** The groups of the row below `node`: a shuffle moves them along with their channels, a convolution starts over. */
function groupsBelow(node: Node, above: ReachRow, grid: Grid): readonly number[] {
  if (node.op.kind !== 'channelShuffle') return grid.groupOfChannel;
  return sources(grid).map((from) => above.cells[from]?.group ?? 0);
}

function linksOf(node: Node, above: ReachRow, reached: Channels, grid: Grid): readonly ReachLink[] {
  const y = above.y + cellHeight + gap;
  if (node.op.kind === 'channelShuffle') {
    return sources(grid).map((from, to) => ({
      kind: 'wire',
      id: `${node.id}.${String(to)}`,
      group: above.cells[from]?.group ?? 0,
      lit: reached.has(to),
      path: wirePath(grid.left(from) + grid.cellWidth / 2, grid.left(to) + grid.cellWidth / 2, y),
    }));
  }
  return Array.from({ length: grid.groups }, (_, group) => {
    const places = grid.groupOfChannel.flatMap((own, channel) => (own === group ? [channel] : []));
    const litPlaces = places.filter((channel) => reached.has(channel));
    const readPlaces = places.filter((channel) => above.cells[channel]?.lit ?? false);
    return {
      kind: 'group',
      id: `${node.id}.${String(group)}`,
      group,
      lit: litPlaces.length > 0,
      path: groupPath(places, places, y, grid),
      litPath: groupPath(readPlaces, litPlaces, y, grid),
    };
  });
}

/** Wires from every one of `from` to every one of `to`. */
function groupPath(from: readonly number[], to: readonly number[], y: number, grid: Grid): string {
  const middle = (channel: number): number => Math.round(2 * (grid.left(channel) + grid.cellWidth / 2)) / 2;
  const line = path();
  for (const end of to) {
    for (const start of from) {
      line.moveTo(middle(start), y);
      line.lineTo(middle(end), y + groupHeight);
    }
  }
  return line.toString();
}

/** For every position after a shuffle, the position before it. */
function sources({ channels, groups, perGroup }: Grid): readonly number[] {
  return Array.from({ length: channels }, (_, to) => (to % groups) * perGroup + Math.floor(to / groups));
}

function wirePath(from: number, to: number, y: number): string {
  const line = path();
  line.moveTo(from, y);
  line.bezierCurveTo(from, y + shuffleHeight / 2, to, y + shuffleHeight / 2, to, y + shuffleHeight);
  return line.toString();
}
