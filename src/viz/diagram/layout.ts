import type { Graph } from '../../nets/graph';
import type { Shape } from '../../nets/op';
import type { DiagramBox } from './diagramBox';
import { diagramBoxesOf } from './diagramBox';
import type { Direction, DiagramSize, Metrics } from './diagramSize';
import { allMetrics, barBreadth, labelOf, labelReach, showsTensor, tensorGapOf } from './diagramSize';
import { pointOf, rectOf } from './flow';
import type { Place, Placement } from './placement';
import { placementOf } from './placement';
import type { TensorPlace } from './tensorBars';
import { tensorPlacesOf } from './tensorBars';
import type { Wire } from './wires';
import { stemsOf, wiresOf } from './wires';

/** A box with its place, px. `x` and `y` are its top left corner; wires go through its `middle` along the flow. */
export type PlacedBox = DiagramBox & {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly middle: Point;
};

type Point = { readonly x: number; readonly y: number };

/** A tensor as a bar, px: as long as it has channels, on one scale for the whole diagram. */
export type TensorBar = {
  /** The box that computes it. */
  readonly boxId: string;
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The lines of its label, and the middle of the first. */
  readonly label: Point & { readonly lines: readonly string[] };
  /** Where a concat's parts meet, from the bar's start. */
  readonly seams: readonly number[];
};

/** A diagram as data; everything is inside 0, 0, `width`, `height`. */
export type Layout = {
  readonly direction: Direction;
  readonly size: DiagramSize;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly tensors: readonly TensorBar[];
  readonly wires: readonly Wire[];
  /** From boxes to their tensors. */
  readonly stems: readonly string[];
};

export type LayoutOptions = {
  /** Width to fit into, px. */
  readonly availableWidth: number;
  /** Whether norms and activations become badges of the convolution before them. */
  readonly folded: boolean;
  /** Only this direction: for a diagram that is compared with others. */
  readonly direction?: Direction;
};

/**
 * Lays out a block in reading direction where that fits, at the largest size that does, and from top to bottom where none
 * does: parallel branches as lanes in the order in which they are joined, a skip connection as a wire beside the branch it
 * skips, and every tensor as a bar as long as it has channels.
 */
export function layoutOf(graph: Graph, { availableWidth, folded, direction }: LayoutOptions): Layout {
  const boxes = diagramBoxesOf(graph, folded);
  const suits = (metrics: Metrics): boolean => direction === undefined || metrics.direction === direction;
  let layout = layoutAt(boxes, allMetrics.find(suits) ?? largest, availableWidth);
  for (const metrics of smaller.filter(suits)) {
    if (layout.width <= availableWidth) break;
    layout = layoutAt(boxes, metrics, availableWidth);
  }
  return layout;
}

/** The direction that diagrams to compare share: in reading direction only where all of them fit. */
export function sharedDirection(graphs: readonly Graph[], options: LayoutOptions): Direction {
  return graphs.some((graph) => layoutOf(graph, options).direction === 'down') ? 'down' : 'right';
}

const [largest, ...smaller] = allMetrics;

/** Room for the mark of a chosen box, px. */
const margin = 6;

/** By how much boxes may move apart to fill the width. */
const maxStretch = 1.4;

function layoutAt(boxes: readonly DiagramBox[], metrics: Metrics, availableWidth: number): Layout {
  const placement = placementOf(boxes, metrics);
  const { direction } = metrics;
  const last = boxes.at(-1);
  // Labels of the first and the last tensor reach over the ends of the flow.
  const overhang = direction === 'right' ? endsOf(boxes, placement, metrics) : { start: 0, end: 0 };
  const natural = placement.length + overhang.start + overhang.end + 2 * margin;
  const stretch =
    direction === 'right' ? Math.min(maxStretch, Math.max(1, (availableWidth - natural) / placement.length + 1)) : 1;
  const shift = { along: margin + overhang.start, across: margin + placement.before };
  const places = new Map(
    [...placement.places].map(([box, place]) => [box, movedPlace(place, shift, stretch)] as const),
  );
  const bareWires = new Map([...placement.bareWires].map(([key, lane]) => [key, lane + shift.across] as const));
  const anchors = [...places].flatMap(([box, place]) =>
    showsTensor(box, box === last) ? [anchorOf(box, place, metrics)] : [],
  );
  const tensors = tensorPlacesOf(anchors, metrics);
  const ends = [...places.values()].map((place) => place.along + place.length);
  const length = Math.max(...ends, ...tensors.map(({ end }) => end)) + overhang.end + margin;
  const breadth = placement.before + placement.after + 2 * margin;
  const [width, height] = direction === 'right' ? [length, breadth] : [breadth, length];
  return {
    direction,
    size: metrics.size,
    width,
    height,
    boxes: boxes.flatMap((box) => placedBoxOf(box, places.get(box), direction)),
    tensors: tensors.map((tensor) => barOf(tensor, direction)),
    wires: wiresOf({ places, bareWires }, tensors, metrics),
    stems: stemsOf(places, tensors, direction),
  };
}

/** How far labels reach over the start and the end of the flow, px. */
function endsOf(boxes: readonly DiagramBox[], { places }: Placement, metrics: Metrics) {
  const [first] = boxes;
  if (first === undefined) return { start: 0, end: 0 };
  const room = (places.get(first)?.length ?? 0) + metrics.tensorGap + barBreadth + labelReach;
  return { start: Math.max(0, labelOf(first.result.shape, metrics).width - room), end: labelReach };
}

/** Keeps the size of a box, and moves its middle along. */
function movedPlace(place: Place, shift: { along: number; across: number }, stretch: number): Place {
  const middle = place.along + place.length / 2;
  return {
    ...place,
    along: middle * stretch - place.length / 2 + shift.along,
    across: place.across + shift.across,
    axis: place.axis + shift.across,
  };
}

function anchorOf(box: DiagramBox, place: Place, metrics: Metrics) {
  const { node, result } = box;
  return {
    id: node.id,
    shape: result.shape,
    axis: place.axis,
    end: place.along + place.length,
    across: place.across,
    gap: tensorGapOf(box, metrics),
    parts: node.op.kind === 'concat' ? node.inputs.map((input) => input.shape.channels) : [],
  };
}

function placedBoxOf(box: DiagramBox, place: Place | undefined, direction: Direction): readonly PlacedBox[] {
  if (place === undefined) return [];
  const middle = pointOf({ along: place.along + place.length / 2, across: place.axis }, direction);
  return [{ ...box, ...rectOf(place, direction), id: box.node.id, middle }];
}

function barOf(tensor: TensorPlace, direction: Direction): TensorBar {
  const { boxId, shape, label, seams } = tensor;
  return {
    ...rectOf(tensor, direction),
    boxId,
    shape,
    label: { ...pointOf(label, direction), lines: label.lines },
    seams,
  };
}
