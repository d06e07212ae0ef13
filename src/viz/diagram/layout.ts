import { path } from 'd3-path';
import type { Graph } from '../../nets/graph';
import type { DiagramBox } from './diagramBox';
import { diagramBoxesOf } from './diagramBox';
import type { DiagramSize, Metrics } from './diagramSize';
import { metricsBySize, showsTensor } from './diagramSize';
import type { Placement } from './placement';
import { placementOf, wireKey } from './placement';
import type { TensorBar } from './tensorBars';
import { tensorBarsOf } from './tensorBars';

/** A box with its place, px. `x` and `y` are its top left corner; wires follow its `axis`. */
export type PlacedBox = DiagramBox & {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly axis: number;
};

/** A wire from the tensor of one box to the top of another, as an SVG path; always `M C L C`, so that CSS can animate it. */
export type Wire = { readonly id: string; readonly from: string; readonly to: string; readonly path: string };

/** A diagram as data; everything is inside 0, 0, `width`, `height`. */
export type Layout = {
  readonly size: DiagramSize;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly tensors: readonly TensorBar[];
  readonly wires: readonly Wire[];
};

export type LayoutOptions = {
  /** Width to fit into, px. The largest size that fits is chosen; if none does, the tightest. */
  readonly availableWidth: number;
  /** Whether norms and activations become badges of the convolution before them. */
  readonly folded: boolean;
};

const margin = 8;

/**
 * Lays out a block from top to bottom: parallel branches as lanes in the order in which they are joined, a skip connection
 * as a wire beside the branch it skips, and every tensor as a bar with a width proportional to its channels.
 */
export function layoutOf(graph: Graph, { availableWidth, folded }: LayoutOptions): Layout {
  const boxes = diagramBoxesOf(graph, folded);
  const wide = layoutAt(boxes, metricsBySize.wide);
  if (wide.width <= availableWidth) return wide;
  const narrow = layoutAt(boxes, metricsBySize.narrow);
  return narrow.width <= availableWidth ? narrow : layoutAt(boxes, metricsBySize.tight);
}

function layoutAt(boxes: readonly DiagramBox[], metrics: Metrics): Layout {
  const placement = placementOf(boxes, metrics);
  const placed = boxes.flatMap((box) => placedBoxOf(box, placement));
  const last = placed.at(-1);
  const anchors = placed
    .filter((box) => showsTensor(box, box === last))
    .map((box) => ({
      id: box.id,
      shape: box.result.shape,
      axis: box.axis,
      bottom: box.y + box.height,
      parts: box.node.op.kind === 'concat' ? box.node.inputs.map((input) => input.shape.channels) : [],
    }));
  const tensors = tensorBarsOf(anchors, metrics);
  return {
    size: metrics.size,
    width: placement.right - placement.left + 2 * margin,
    height: placement.height + 2 * margin,
    boxes: placed,
    tensors,
    wires: wiresOf(placed, tensors, placement, metrics),
  };
}

function placedBoxOf(box: DiagramBox, { places, left }: Placement): readonly PlacedBox[] {
  const place = places.get(box);
  if (place === undefined) return [];
  const shift = margin - left;
  return [{ ...box, ...place, id: box.node.id, x: place.x + shift, y: place.y + margin, axis: place.axis + shift }];
}

function wiresOf(
  boxes: readonly PlacedBox[],
  tensors: readonly TensorBar[],
  { bareWires, left }: Placement,
  { forkGap }: Metrics,
): readonly Wire[] {
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const tensorByBox = new Map(tensors.map((tensor) => [tensor.boxId, tensor]));
  return boxes.flatMap((to) =>
    to.inputs.flatMap((input): readonly Wire[] => {
      const from = boxById.get(input.node.id);
      if (from === undefined) return [];
      const tensor = tensorByBox.get(from.id);
      const bare = bareWires.get(wireKey(input, to));
      const lane = bare === undefined ? (to.inputs.length > 1 ? from.axis : to.axis) : bare + margin - left;
      const start = { x: from.axis, y: tensor === undefined ? from.y + from.height : tensor.bottom };
      const end = { x: to.node.op.kind === 'concat' ? inset(lane, to.x, to.x + to.width) : to.axis, y: to.y };
      return [{ id: wireKey(input, to), from: from.id, to: to.id, path: wirePath(start, end, lane, forkGap) }];
    }),
  );
}

type Point = { readonly x: number; readonly y: number };

/** From the start into the lane, down the lane, and into the end; each bend is at most `turn` px high. */
function wirePath(start: Point, end: Point, lane: number, turn: number): string {
  const drop = Math.min(turn, (end.y - start.y) / 2);
  const leave = start.y + drop;
  const arrive = end.y - drop;
  const line = path();
  line.moveTo(start.x, start.y);
  line.bezierCurveTo(start.x, start.y + drop * 0.6, lane, leave - drop * 0.6, lane, leave);
  line.lineTo(lane, arrive);
  line.bezierCurveTo(lane, arrive + drop * 0.6, end.x, end.y - drop * 0.6, end.x, end.y);
  return line.toString();
}

/** Keeps a wire off the rounded corners of a bar. */
function inset(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low + 10), high - 10);
}
