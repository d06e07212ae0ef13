import { path } from 'd3-path';
import type { DiagramBox } from './diagramBox';
import type { Direction, Metrics } from './diagramSize';
import { isCircle } from './diagramSize';
import type { FlowPoint } from './flow';
import { pointOf } from './flow';
import type { Place, Placement } from './placement';
import { wireKey } from './placement';
import type { TensorPlace } from './tensorBars';

/** A wire from the tensor of one box to another box, as an SVG path; always `M C L C`, so that CSS can animate it. */
export type Wire = { readonly id: string; readonly from: string; readonly to: string; readonly path: string };

type Places = Pick<Placement, 'places' | 'bareWires'>;

/** The wires between boxes. Those that pass beside boxes leave a tensor at its side, and enter a sum or a gate there. */
export function wiresOf(
  { places, bareWires }: Places,
  tensors: readonly TensorPlace[],
  { direction, forkGap }: Metrics,
): readonly Wire[] {
  const tensorOf = new Map(tensors.map((tensor) => [tensor.boxId, tensor]));
  return [...places].flatMap(([to, place]) =>
    to.inputs.flatMap((input): readonly Wire[] => {
      const source = places.get(input);
      if (source === undefined) return [];
      const tensor = tensorOf.get(input.node.id);
      const bare = bareWires.get(wireKey(input, to));
      const lane = bare ?? (to.inputs.length > 1 ? source.axis : place.axis);
      const start = bare === undefined ? behind(source, tensor) : besideOf(source, tensor, lane);
      const end = endOf(to, place, lane);
      const id = wireKey(input, to);
      return [{ id, from: input.node.id, to: to.node.id, path: wirePath(start, end, lane, forkGap, direction) }];
    }),
  );
}

/** The short wires from boxes to their tensors; an input has none. */
export function stemsOf(
  places: ReadonlyMap<DiagramBox, Place>,
  tensors: readonly TensorPlace[],
  direction: Direction,
): readonly string[] {
  const tensorOf = new Map(tensors.map((tensor) => [tensor.boxId, tensor]));
  return [...places].flatMap(([box, place]) => {
    const tensor = tensorOf.get(box.node.id);
    if (tensor === undefined || box.inputs.length === 0) return [];
    const start = pointOf({ along: place.along + place.length, across: place.axis }, direction);
    const end = pointOf({ along: tensor.along, across: place.axis }, direction);
    return [`M${start.x} ${start.y}L${end.x} ${end.y}`];
  });
}

/** The end of a wire: `aside`, it leaves or enters across the flow. */
type End = FlowPoint & { readonly aside: boolean };

function behind(source: Place, tensor: TensorPlace | undefined): End {
  return { along: tensor?.end ?? source.along + source.length, across: source.axis, aside: false };
}

/** From the side of the tensor, or of the box if it shows none, that faces the lane. */
function besideOf(source: Place, tensor: TensorPlace | undefined, lane: number): End {
  if (lane === source.axis) return behind(source, tensor);
  const from = tensor ?? source;
  const across = lane < source.axis ? from.across : from.across + from.breadth;
  return { along: from.along + from.length / 2, across, aside: true };
}

function endOf(to: DiagramBox, place: Place, lane: number): End {
  const { along, length, across, breadth, axis } = place;
  if (to.node.op.kind === 'concat') return { along, across: inset(lane, across, across + breadth), aside: false };
  if (lane === axis || !isCircle(to)) return { along, across: axis, aside: false };
  return { along: along + length / 2, across: lane < axis ? across : across + breadth, aside: true };
}

/** The radius of a corner, px. */
const corner = 14;

/** From the start into the lane, along the lane, and into the end. */
function wirePath(start: End, end: End, lane: number, turn: number, direction: Direction): string {
  const half = (end.along - start.along) / 2;
  const leave = { along: start.along + Math.min(start.aside ? corner : turn, half), across: lane, aside: false };
  const arrive = { along: end.along - Math.min(end.aside ? corner : turn, half), across: lane, aside: false };
  const line = path();
  const lineTo = (to: FlowPoint): void => {
    const { x, y } = pointOf(to, direction);
    line.lineTo(x, y);
  };
  const bendTo = (from: End, to: End): void => {
    const first = pointOf(pullOf(from, to), direction);
    const second = pointOf(pullOf(to, from), direction);
    const last = pointOf(to, direction);
    line.bezierCurveTo(first.x, first.y, second.x, second.y, last.x, last.y);
  };
  const { x, y } = pointOf(start, direction);
  line.moveTo(x, y);
  bendTo(start, leave);
  lineTo(arrive);
  bendTo(arrive, end);
  return line.toString();
}

/** The control point of a bend at one of its ends: on the tangent there, and far out where the bend is a corner. */
function pullOf(at: End, other: End): FlowPoint {
  const reach = at.aside || other.aside ? 0.85 : 0.6;
  return at.aside
    ? { along: at.along, across: at.across + (other.across - at.across) * reach }
    : { along: at.along + (other.along - at.along) * reach, across: at.across };
}

/** Keeps a wire off the rounded corners of a bar. */
function inset(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low + 10), high - 10);
}
