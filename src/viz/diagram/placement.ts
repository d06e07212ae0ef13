import type { DiagramBox } from './diagramBox';
import type { Metrics } from './diagramSize';
import { boxSizeOf, halfWidthOf, showsTensor, tensorGap, tensorHeight } from './diagramSize';
import type { SeriesParallel } from './seriesParallel';
import { seriesParallelOf } from './seriesParallel';

/** A box's top left corner and size, and the axis that its wires follow, px. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly axis: number;
};

export type Placement = {
  readonly places: ReadonlyMap<DiagramBox, Place>;
  /** The axis of every wire that passes beside boxes, by `wireKey`. */
  readonly bareWires: ReadonlyMap<string, number>;
  readonly left: number;
  readonly right: number;
  readonly height: number;
};

/** The id of the wire between two boxes. */
export function wireKey(from: DiagramBox, to: DiagramBox): string {
  return `${from.node.id}>${to.node.id}`;
}

/** Places boxes in lanes around the axis x = 0, from y = 0 down. */
export function placementOf(boxes: readonly DiagramBox[], metrics: Metrics): Placement {
  const last = boxes.at(-1);
  const measured = measure(seriesParallelOf(boxes), { metrics, last });
  const places = new Map<DiagramBox, Place>();
  const bareWires = new Map<string, number>();
  measured.place(0, 0, { places, bareWires });
  return { places, bareWires, left: -measured.left, right: measured.right, height: measured.height };
}

type Sink = { readonly places: Map<DiagramBox, Place>; readonly bareWires: Map<string, number> };

/** A measured part of the diagram: its reach to both sides of its axis, px, and how to place it. */
type Measured = {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** The axes of parallel lanes, relative to the part's own. */
  readonly laneAxes: readonly number[];
  readonly place: (axis: number, top: number, sink: Sink) => void;
};

type Context = { readonly metrics: Metrics; readonly last: DiagramBox | undefined };

function measure(tree: SeriesParallel<DiagramBox>, context: Context): Measured {
  switch (tree.kind) {
    case 'box':
      return measureBox(tree.box, context, []);
    case 'series':
      return measureSeries(tree.parts, context);
    case 'parallel':
      return measureParallel(tree, context);
    case 'tangle':
      return measureTangle(tree.boxes, context);
  }
}

/** A concat spans the lanes that it joins, so that every lane runs straight into it. */
function measureBox(box: DiagramBox, { metrics, last }: Context, laneAxes: readonly number[]): Measured {
  const size = boxSizeOf(box, metrics);
  const half = halfWidthOf(box, metrics);
  const reach = 22;
  const spans = box.node.op.kind === 'concat' && laneAxes.length > 1;
  const start = spans ? Math.min(-size.width / 2, Math.min(...laneAxes) - reach) : -size.width / 2;
  const end = spans ? Math.max(size.width / 2, Math.max(...laneAxes) + reach) : size.width / 2;
  const tensor = showsTensor(box, box === last) ? tensorGap + tensorHeight : 0;
  return {
    left: Math.max(half, -start),
    right: Math.max(half, end),
    height: size.height + tensor,
    laneAxes: [],
    place: (axis, top, { places }) => {
      places.set(box, { x: axis + start, y: top, width: end - start, height: size.height, axis });
    },
  };
}

function measureSeries(parts: readonly SeriesParallel<DiagramBox>[], context: Context): Measured {
  const { metrics } = context;
  if (parts.length === 0)
    return { left: metrics.wireHalf, right: metrics.wireHalf, height: 0, laneAxes: [], place: () => undefined };
  const measured: Measured[] = [];
  for (const part of parts) {
    const joined =
      part.kind === 'box' ? measureBox(part.box, context, measured.at(-1)?.laneAxes ?? []) : measure(part, context);
    measured.push(joined);
  }
  const gaps = parts.map((part, index) => (index === 0 ? 0 : gapBetween(parts[index - 1], part, metrics)));
  const height = measured.reduce((sum, part, index) => sum + part.height + (gaps[index] ?? 0), 0);
  return {
    left: Math.max(...measured.map((part) => part.left)),
    right: Math.max(...measured.map((part) => part.right)),
    height,
    laneAxes: [],
    place: (axis, top, sink) => {
      let y = top;
      for (const [index, part] of measured.entries()) {
        y += gaps[index] ?? 0;
        part.place(axis, y, sink);
        y += part.height;
      }
    },
  };
}

function gapBetween(
  before: SeriesParallel<DiagramBox> | undefined,
  after: SeriesParallel<DiagramBox>,
  metrics: Metrics,
): number {
  return before?.kind === 'box' && after.kind === 'box' ? metrics.stepGap : metrics.forkGap;
}

type Parallel = Extract<SeriesParallel<DiagramBox>, { kind: 'parallel' }>;

/**
 * Lanes side by side. The shorter of two is centred vertically, unless both slice the channels; three or more are aligned
 * at the top, so that their first boxes can be compared.
 */
function measureParallel({ from, to, lanes }: Parallel, context: Context): Measured {
  const measured = lanes.map((lane) => measure(lane, context));
  const bare = lanes.map((lane) => lane.kind === 'series' && lane.parts.length === 0);
  const axes: number[] = [];
  let edge = 0;
  for (const lane of measured) {
    axes.push(edge + lane.left);
    edge += lane.left + lane.right + context.metrics.laneGap;
  }
  const middle = mainAxis(axes, bare, to);
  const laneAxes = axes.map((axis) => axis - middle);
  const height = Math.max(...measured.map((lane) => lane.height));
  return {
    left: middle,
    right: edge - context.metrics.laneGap - middle,
    height,
    laneAxes,
    place: (axis, top, sink) => {
      for (const [index, lane] of measured.entries()) {
        const laneAxis = axis + (laneAxes[index] ?? 0);
        if (bare[index] === true) sink.bareWires.set(wireKey(from, to), laneAxis);
        const spare = lanes.length === 2 && !lanes.every(startsWithSlice) ? (height - lane.height) / 2 : 0;
        lane.place(laneAxis, top + spare, sink);
      }
    },
  };
}

function startsWithSlice(lane: SeriesParallel<DiagramBox>): boolean {
  const first = lane.kind === 'series' ? lane.parts[0] : lane;
  return first?.kind === 'box' && first.box.node.op.kind === 'channelSlice';
}

/** The axis that continues below: of the map that a gate scales, of the branch that a bare wire skips, else the middle. */
function mainAxis(axes: readonly number[], bare: readonly boolean[], to: DiagramBox): number {
  const [first = 0] = axes;
  if (to.node.op.kind === 'scale') return first;
  const branches = axes.filter((_, index) => bare[index] !== true);
  const [branch = first] = branches;
  return branches.length === 1 ? branch : (first + (axes.at(-1) ?? first)) / 2;
}

/** Boxes that are neither in series nor in parallel, in rows by their distance from the start. */
function measureTangle(boxes: readonly DiagramBox[], context: Context): Measured {
  const { metrics } = context;
  const rows: DiagramBox[][] = [];
  const rowOf = new Map<DiagramBox, number>();
  for (const box of boxes) {
    const row = Math.max(0, ...box.inputs.map((input) => (rowOf.get(input) ?? -1) + 1));
    rowOf.set(box, row);
    (rows[row] ??= []).push(box);
  }
  const measured = rows.map((row) => row.map((box) => measureBox(box, context, [])));
  const widths = measured.map((row) =>
    row.reduce((sum, box) => sum + box.left + box.right + metrics.laneGap, -metrics.laneGap),
  );
  const heights = measured.map((row) => Math.max(...row.map((box) => box.height)));
  const half = Math.max(...widths) / 2;
  return {
    left: half,
    right: half,
    height: heights.reduce((sum, height) => sum + height + metrics.forkGap, -metrics.forkGap),
    laneAxes: [],
    place: (axis, top, sink) => {
      let y = top;
      for (const [index, row] of measured.entries()) {
        let x = axis - (widths[index] ?? 0) / 2;
        for (const box of row) {
          box.place(x + box.left, y, sink);
          x += box.left + box.right + metrics.laneGap;
        }
        y += (heights[index] ?? 0) + metrics.forkGap;
      }
    },
  };
}
