import { path } from 'd3-path';
import type { Graph } from '../../nets/graph';
import { valueAt } from '../../nets/graph';
import { producersOf } from '../../nets/readings/producers';

/** A channel in a row; `x` is its left edge, `maker` the unit that computed it, 0 for the input. */
export type ReuseCell = { readonly channel: number; readonly x: number; readonly maker: number };
export type ReuseRow = { readonly id: string; readonly y: number; readonly cells: readonly ReuseCell[] };

/** A channel's path through a unit: past the convolutions or out of them, then through the shuffle. */
export type ReuseWire = { readonly id: string; readonly maker: number; readonly path: string };

/** The convolutions of a unit, over the half of the channels that they read. */
export type ReuseBlock = {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type ReuseDrawing = {
  readonly width: number;
  readonly height: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly rows: readonly ReuseRow[];
  readonly wires: readonly ReuseWire[];
  readonly blocks: readonly ReuseBlock[];
  /** How many channels of the last row each unit computed; the input's come first. */
  readonly made: readonly number[];
};

const cellHeight = 20;
const blockHeight = 26;
const shuffleHeight = 44;
const gap = 4;
const largestCell = 30;
/** Between the halves, in cells. */
const halfGap = 0.8;

/**
 * Units of ShuffleNet V2 from top to bottom, every channel with the number of the unit that made it; fitted into
 * `width` px. The left half of a row bypasses the convolutions, the right half goes through them, and both are
 * shuffled.
 */
export function reuseDrawing(graph: Graph, width: number): ReuseDrawing {
  const producers = producersOf(graph);
  const stops = [graph.input, ...graph.nodes.filter(({ op }) => op.kind === 'channelShuffle')];
  const unitOf = new Map<string, number>();
  for (const [unit, { id }] of stops.entries()) {
    for (const maker of valueAt(producers, id)) if (!unitOf.has(maker)) unitOf.set(maker, unit);
  }
  const { channels } = graph.input.shape;
  const cellWidth = Math.min(largestCell, width / (channels + halfGap));
  const start = (width - (channels + halfGap) * cellWidth) / 2;
  const left = (channel: number): number => start + (channel + (channel < channels / 2 ? 0 : halfGap)) * cellWidth;
  const pitch = cellHeight + blockHeight + shuffleHeight + 2 * gap;
  const rows = stops.map(({ id }, unit) => ({
    id,
    y: 1 + unit * pitch,
    cells: valueAt(producers, id).map((maker, channel) => ({
      channel,
      x: left(channel),
      maker: valueAt(unitOf, maker),
    })),
  }));
  const last = rows.at(-1);
  return {
    width,
    height: (last?.y ?? 0) + cellHeight + 1,
    cellWidth,
    cellHeight,
    rows,
    wires: rows.slice(1).flatMap(({ cells, y }, unit) =>
      cells.map(({ channel, maker }) => {
        const from = (channel % 2) * (channels / 2) + Math.floor(channel / 2);
        const [fromX, toX] = [left(from) + cellWidth / 2, left(channel) + cellWidth / 2];
        return { id: `${unit}.${channel}`, maker, path: wirePath(fromX, toX, y, from < channels / 2) };
      }),
    ),
    blocks: rows.slice(0, -1).map(({ y }, unit) => ({
      unit: unit + 1,
      x: left(channels / 2),
      y: y + cellHeight + gap,
      width: (channels / 2) * cellWidth,
      height: blockHeight,
    })),
    made: stops.map((_, unit) => last?.cells.filter(({ maker }) => maker === unit).length ?? 0),
  };
}

/**
 * Down to the row at `y`: from the row above for a channel that bypasses the convolutions, else from below their block.
 */
function wirePath(from: number, to: number, y: number, passes: boolean): string {
  const [top, middle] = [y - shuffleHeight - blockHeight - gap, y - shuffleHeight];
  const line = path();
  line.moveTo(from, passes ? top : middle);
  if (passes) line.lineTo(from, middle);
  line.bezierCurveTo(from, middle + shuffleHeight / 2, to, y - shuffleHeight / 2, to, y - gap);
  return line.toString();
}
