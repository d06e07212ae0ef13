import type { DiagramBox } from './diagramBox';
import type { Metrics } from './diagramSize';
import {
  badgeOverhang,
  barBreadth,
  boxSizeOf,
  concatLabelGap,
  labelDropOf,
  labelOf,
  lineHeight,
  showsTensor,
  tensorGapOf,
} from './diagramSize';
import type { FlowRect } from './flow';
import type { SeriesParallel } from './seriesParallel';
import { seriesParallelOf } from './seriesParallel';

/** Where a box is, and how far across the axis is that its wires follow, px. */
export type Place = FlowRect & { readonly axis: number };

export type Placement = {
  readonly places: ReadonlyMap<DiagramBox, Place>;
  /** How far across every wire is that passes beside boxes, by `wireKey`. */
  readonly bareWires: ReadonlyMap<string, number>;
  /** The reach across, to both sides of the axis of the first box. */
  readonly before: number;
  readonly after: number;
  readonly length: number;
};

/** The id of the wire between two boxes. */
export function wireKey(from: DiagramBox, to: DiagramBox): string {
  return `${from.node.id}>${to.node.id}`;
}

/** Places boxes in lanes around the axis `across` = 0, from `along` = 0. */
export function placementOf(boxes: readonly DiagramBox[], metrics: Metrics): Placement {
  const last = boxes.at(-1);
  const measured = measure(seriesParallelOf(boxes), { metrics, last });
  const places = new Map<DiagramBox, Place>();
  const bareWires = new Map<string, number>();
  measured.place(0, 0, { places, bareWires });
  return { places, bareWires, before: measured.before, after: measured.after, length: measured.length };
}

type Sink = { readonly places: Map<DiagramBox, Place>; readonly bareWires: Map<string, number> };

/** A measured part of the diagram: its reach to both sides of its axis, px, and how to place it. */
type Measured = {
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** The axes of parallel lanes, relative to the part's own. */
  readonly laneAxes: readonly number[];
  /** Whether wires leave the axis at the part's start, and come back to it behind its end. */
  readonly forks: boolean;
  readonly place: (axis: number, start: number, sink: Sink) => void;
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
  const { width, height } = boxSizeOf(box, metrics);
  const [length, breadth] = metrics.direction === 'right' ? [width, height] : [height, width];
  const reach = 22;
  const spans = isConcat(box) && laneAxes.length > 1;
  const start = spans ? Math.min(-breadth / 2, Math.min(...laneAxes) - reach) : -breadth / 2;
  const end = spans ? Math.max(breadth / 2, Math.max(...laneAxes) + reach) : breadth / 2;
  const hasTensor = showsTensor(box, box === last);
  const room = roomOf(box, hasTensor, metrics);
  return {
    // In reading direction the label of a concat's tensor is above it, away from those of the lanes.
    before: Math.max(
      room.before,
      -start + (spans && metrics.direction === 'right' ? concatLabelGap + lineHeight * 2 : 0),
    ),
    after: Math.max(room.after, end),
    length: length + room.length,
    laneAxes: [],
    forks: false,
    place: (axis, along, { places }) => {
      places.set(box, { along, across: axis + start, length, breadth: end - start, axis });
    },
  };
}

/** The room of a box's tensor and badges: across to both sides of the axis, and along behind the box. */
function roomOf(box: DiagramBox, hasTensor: boolean, metrics: Metrics) {
  const label = labelOf(box.result.shape, metrics);
  if (metrics.direction === 'down') {
    const half = label.width / 2;
    return { before: half, after: half, length: hasTensor ? metrics.tensorGap + barBreadth + label.height + 2 : 0 };
  }
  const below = box.badges.length > 0 ? boxSizeOf(box, metrics).height / 2 + badgeOverhang : 0;
  if (!hasTensor) return { before: 0, after: below, length: 0 };
  return {
    before: metrics.barLength / 2,
    after: isConcat(box) ? metrics.barLength / 2 : labelDropOf(metrics) + label.height,
    length: tensorGapOf(box, metrics) + barBreadth,
  };
}

function isConcat({ node }: DiagramBox): boolean {
  return node.op.kind === 'concat';
}

function measureSeries(parts: readonly SeriesParallel<DiagramBox>[], context: Context): Measured {
  const { metrics } = context;
  const bare = { before: metrics.wireHalf, after: metrics.wireHalf, length: 0, laneAxes: [], forks: false };
  if (parts.length === 0) return { ...bare, place: () => undefined };
  const measured: Measured[] = [];
  for (const part of parts) {
    const joined =
      part.kind === 'box' ? measureBox(part.box, context, measured.at(-1)?.laneAxes ?? []) : measure(part, context);
    measured.push(joined);
  }
  const gaps = measured.map(({ forks }, index) => {
    if (index === 0) return 0;
    return forks ? metrics.forkGap : measured[index - 1]?.forks === true ? metrics.joinGap : metrics.stepGap;
  });
  return {
    before: Math.max(...measured.map((part) => part.before)),
    after: Math.max(...measured.map((part) => part.after)),
    length: measured.reduce((sum, part, index) => sum + part.length + (gaps[index] ?? 0), 0),
    laneAxes: [],
    forks: false,
    place: (axis, start, sink) => {
      let along = start;
      for (const [index, part] of measured.entries()) {
        along += gaps[index] ?? 0;
        part.place(axis, along, sink);
        along += part.length;
      }
    },
  };
}

type Parallel = Extract<SeriesParallel<DiagramBox>, { kind: 'parallel' }>;

/**
 * Lanes beside each other. The shorter of two is centred along the longer, unless both slice the channels; three or more
 * start together, so that their first boxes can be compared.
 */
function measureParallel({ from, to, lanes: given }: Parallel, context: Context): Measured {
  // A sum does not mind the order: its bare wires pass on the side without labels.
  const lanes = to.node.op.kind === 'add' ? [...given.filter(isBare), ...given.filter((lane) => !isBare(lane))] : given;
  const measured = lanes.map((lane) => measure(lane, context));
  const bare = lanes.map(isBare);
  const axes: number[] = [];
  let edge = 0;
  for (const lane of measured) {
    axes.push(edge + lane.before);
    edge += lane.before + lane.after + context.metrics.laneGap;
  }
  const middle = mainAxis(axes, bare, to);
  const laneAxes = axes.map((axis) => axis - middle);
  const length = Math.max(...measured.map((lane) => lane.length));
  return {
    before: middle,
    after: edge - context.metrics.laneGap - middle,
    length,
    laneAxes,
    forks: laneAxes.some((axis, index) => axis !== 0 && bare[index] !== true),
    place: (axis, start, sink) => {
      for (const [index, lane] of measured.entries()) {
        const laneAxis = axis + (laneAxes[index] ?? 0);
        if (bare[index] === true) sink.bareWires.set(wireKey(from, to), laneAxis);
        const spare = lanes.length === 2 && !lanes.every(startsWithSlice) ? (length - lane.length) / 2 : 0;
        lane.place(laneAxis, start + spare, sink);
      }
    },
  };
}

function isBare(lane: SeriesParallel<DiagramBox>): boolean {
  return lane.kind === 'series' && lane.parts.length === 0;
}

function startsWithSlice(lane: SeriesParallel<DiagramBox>): boolean {
  const first = lane.kind === 'series' ? lane.parts[0] : lane;
  return first?.kind === 'box' && first.box.node.op.kind === 'channelSlice';
}

/** The axis that continues behind the lanes: of the map that a gate scales, of the branch that a bare wire skips, else the middle. */
function mainAxis(axes: readonly number[], bare: readonly boolean[], to: DiagramBox): number {
  const [first = 0] = axes;
  if (to.node.op.kind === 'scale') return first;
  const branches = axes.filter((_, index) => bare[index] !== true);
  const [branch = first] = branches;
  return branches.length === 1 ? branch : (first + (axes.at(-1) ?? first)) / 2;
}

/** Boxes that are neither in series nor in parallel, in ranks by their distance from the start. */
function measureTangle(boxes: readonly DiagramBox[], context: Context): Measured {
  const { metrics } = context;
  const ranks: DiagramBox[][] = [];
  const rankOf = new Map<DiagramBox, number>();
  for (const box of boxes) {
    const rank = Math.max(0, ...box.inputs.map((input) => (rankOf.get(input) ?? -1) + 1));
    rankOf.set(box, rank);
    (ranks[rank] ??= []).push(box);
  }
  const measured = ranks.map((rank) => rank.map((box) => measureBox(box, context, [])));
  const breadths = measured.map((rank) =>
    rank.reduce((sum, box) => sum + box.before + box.after + metrics.laneGap, -metrics.laneGap),
  );
  const lengths = measured.map((rank) => Math.max(...rank.map((box) => box.length)));
  const half = Math.max(...breadths) / 2;
  return {
    before: half,
    after: half,
    length: lengths.reduce((sum, length) => sum + length + metrics.forkGap, -metrics.forkGap),
    laneAxes: [],
    forks: true,
    place: (axis, start, sink) => {
      let along = start;
      for (const [index, rank] of measured.entries()) {
        let across = axis - (breadths[index] ?? 0) / 2;
        for (const box of rank) {
          box.place(across + box.before, along, sink);
          across += box.before + box.after + metrics.laneGap;
        }
        along += (lengths[index] ?? 0) + metrics.forkGap;
      }
    },
  };
}
