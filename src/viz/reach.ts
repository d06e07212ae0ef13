import { path } from 'd3-path';
import type { Graph, Node } from '../nets/graph';
import { valueAt } from '../nets/graph';
import type { Op } from '../nets/op';
import { contributorsOf } from '../nets/readings/contributors';

/** A channel of one tensor of the stack. */
export type ReachCell = {
  readonly channel: number;
  /** The group of the convolution that made it; of the input, the group that it enters. */
  readonly group: number;
  readonly x: number;
  /** Whether it reaches the chosen output. */
  readonly lit: boolean;
};

export type ReachRow = { readonly id: string; readonly y: number; readonly cells: readonly ReachCell[] };

/** What stands between two rows: a block for every group of a convolution, or a wire for every channel of a shuffle. */
export type ReachLink =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly lit: boolean;
    }
  | {
      readonly kind: 'wire';
      readonly id: string;
      readonly group: number;
      readonly path: string;
      readonly lit: boolean;
    };

export type ReachDrawing = {
  readonly width: number;
  readonly height: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly rows: readonly ReachRow[];
  readonly links: readonly ReachLink[];
  /** How many input channels reach the output, and of how many. */
  readonly reached: number;
  readonly channels: number;
};

const cellHeight = 14;
const convHeight = 22;
const shuffleHeight = 40;
const gap = 3;
const largestCell = 26;

/**
 * A chain of grouped convolutions and shuffles of one width, from top to bottom, with everything lit that reaches channel
 * `output`; fitted into `width` px. Norms and activations keep channels apart and are left out.
 */
export function reachDrawing(graph: Graph, output: number, width: number): ReachDrawing {
  const lit = contributorsOf(graph, output);
  const chain = graph.nodes.filter(
    ({ op }) => op.kind === 'input' || op.kind === 'conv' || op.kind === 'channelShuffle',
  );
  const channels = graph.input.shape.channels;
  const groups = groupsOf(chain);
  const perGroup = channels / groups;
  const cellWidth = Math.min(largestCell, width / (channels + groupGap * (groups - 1)));
  const start = (width - (channels + groupGap * (groups - 1)) * cellWidth) / 2;
  const left = (channel: number): number => start + (channel + groupGap * Math.floor(channel / perGroup)) * cellWidth;

  const rows: ReachRow[] = [];
  const links: ReachLink[] = [];
  let y = 1;
  let groupByChannel: readonly number[] = Array.from({ length: channels }, (_, channel) =>
    Math.floor(channel / perGroup),
  );
  for (const node of chain) {
    const reached = valueAt(lit, node.id);
    const above = rows.at(-1);
    if (above !== undefined) {
      y = above.y + cellHeight + gap;
      if (node.op.kind === 'channelShuffle') {
        const order = shuffled(node.op, channels);
        links.push(
          ...order.map((from, to) =>
            wire(
              node,
              groupByChannel[from] ?? 0,
              reached.has(to),
              left(from) + cellWidth / 2,
              left(to) + cellWidth / 2,
              y,
            ),
          ),
        );
        groupByChannel = order.map((from) => groupByChannel[from] ?? 0);
        y += shuffleHeight + gap;
      } else {
        links.push(
          ...blocks(node, groups, (group) => ({
            x: left(group * perGroup),
            width: perGroup * cellWidth,
            y,
            lit: anyIn(reached, group * perGroup, perGroup),
          })),
        );
        groupByChannel = groupByChannel.map((_, channel) => Math.floor(channel / perGroup));
        y += convHeight + gap;
      }
    }
    const colours = groupByChannel;
    rows.push({
      id: node.id,
      y,
      cells: colours.map((group, channel) => ({ channel, group, x: left(channel), lit: reached.has(channel) })),
    });
  }
  return {
    width,
    height: y + cellHeight + 1,
    cellWidth,
    cellHeight,
    rows,
    links,
    reached: valueAt(lit, graph.input.id).size,
    channels,
  };
}

const groupGap = 0.6;

function groupsOf(chain: readonly Node[]): number {
  for (const { op } of chain) if (op.kind === 'conv') return op.groups;
  return 1;
}

/** For every position after the shuffle, the channel that stands there. */
function shuffled({ groups }: Op<'channelShuffle'>, channels: number): readonly number[] {
  const perGroup = channels / groups;
  return Array.from(
    { length: channels },
    (_, position) => (position % groups) * perGroup + Math.floor(position / groups),
  );
}

function anyIn(reached: ReadonlySet<number>, first: number, count: number): boolean {
  return Array.from({ length: count }, (_, index) => first + index).some((channel) => reached.has(channel));
}

type Block = { readonly x: number; readonly width: number; readonly y: number; readonly lit: boolean };

function blocks(node: Node, groups: number, blockOf: (group: number) => Block): readonly ReachLink[] {
  return Array.from({ length: groups }, (_, group) => ({
    kind: 'group',
    id: `${node.id}.${String(group)}`,
    group,
    height: convHeight,
    ...blockOf(group),
  }));
}

function wire(node: Node, group: number, isLit: boolean, from: number, to: number, y: number): ReachLink {
  const line = path();
  line.moveTo(from, y);
  line.bezierCurveTo(from, y + shuffleHeight / 2, to, y + shuffleHeight / 2, to, y + shuffleHeight);
  return { kind: 'wire', id: `${node.id}.${String(to)}`, group, path: line.toString(), lit: isLit };
}
