import { padded, type Sides } from '../padded';
import {
  concatenated,
  integersOf,
  knownIntegersOf,
  reshapedOperand,
  sliced,
  transposedOperand,
  viewOperand,
  withoutAxis,
  type Lowered,
  type Operand,
} from '../operand';
import type { Size } from '../statedGraph';
import { statedNode } from '../statedNode';
import { sizesOf, withChannelsOf, type View } from '../view';
import { constantAt, listIn, numberIn, textIn, viewAt, type Lower, type OnnxOp } from './onnxOp';

/** Ops that move values or compute sizes. */
export const shapeOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['Shape', shape],
  ['Reshape', reshape],
  ['Flatten', flatten],
  ['Transpose', transpose],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Concat', concat],
  ['Gather', gather],
  ['Slice', slice],
  ['Split', split],
  ['Pad', pad],
]);

function shape(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const sizes = view ? sizesOf(view) : constantAt(op, 0)?.shape;
  return (
    sizes && { kind: 'sizes', sizes: sizes.slice(numberIn(op, 'start') ?? 0, numberIn(op, 'end')), isScalar: false }
  );
}

/** The sizes of an operand's axes. */
function axesOf(operand: Operand): readonly Size[] {
  if (operand.kind === 'view') return sizesOf(operand.view);
  return operand.kind === 'constant' ? operand.tensor.shape : operand.isScalar ? [] : [operand.sizes.length];
}

function reshape(op: OnnxOp): Lowered {
  const [from, to] = op.inputs;
  const wanted = listIn(op, 'shape') ?? integersOf(to);
  if (from === undefined || wanted === undefined) return undefined;
  const own = axesOf(from);
  // A zero copies the size of the axis at its place.
  const copies = numberIn(op, 'allowzero') !== 1;
  return reshapedOperand(
    from,
    wanted.map((size, axis) => (size === 0 && copies ? (own[axis] ?? null) : size)),
  );
}

function flatten(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  if (view === undefined) return undefined;
  const axis = numberIn(op, 'axis') ?? 1;
  const before = sizesOf(view)
    .slice(0, axis)
    .reduce<Size>((all, size) => (all === null || size === null ? null : all * size), 1);
  return before === null ? undefined : reshapedOperand({ kind: 'view', view }, [before, -1]);
}

function transpose(op: OnnxOp): Lowered {
  const [from] = op.inputs;
  if (from === undefined) return undefined;
  const count = axesOf(from).length;
  return transposedOperand(from, listIn(op, 'perm') ?? Array.from({ length: count }, (_, axis) => count - 1 - axis));
}

function squeeze(op: OnnxOp): Lowered {
  const [from] = op.inputs;
  const named = listIn(op, 'axes') ?? knownIntegersOf(op.inputs[1]);
  if (from === undefined) return undefined;
  if (from.kind === 'sizes') return { ...from, isScalar: true };
  const own = axesOf(from);
  const dropped = new Set(
    named?.map((axis) => (axis < 0 ? axis + own.length : axis)) ??
      own.flatMap((size, axis) => (size === 1 ? [axis] : [])),
  );
  if (from.kind === 'constant')
    return reshapedOperand(
      from,
      own.filter((_, axis) => !dropped.has(axis)),
    );
  const { node, axes } = from.view;
  const isEmpty = [...dropped].every((axis) => axes[axis]?.length === 0);
  return isEmpty ? viewOperand({ node, axes: axes.filter((_, axis) => !dropped.has(axis)) }) : undefined;
}

function unsqueeze(op: OnnxOp): Lowered {
  const [from] = op.inputs;
  const named = listIn(op, 'axes') ?? knownIntegersOf(op.inputs[1]);
  if (from === undefined || named === undefined) return undefined;
  if (from.kind === 'sizes') return { ...from, isScalar: false };
  const own = axesOf(from);
  const count = own.length + named.length;
  if (count > maxAxes) return undefined;
  const added = new Set(named.map((axis) => (axis < 0 ? axis + count : axis)));
  const rest = [...own];
  const sizes = Array.from({ length: count }, (_, axis) => (added.has(axis) ? 1 : (rest.shift() ?? 1)));
  if (from.kind === 'constant') return reshapedOperand(from, sizes);
  const axes = [...from.view.axes];
  return viewOperand({
    node: from.view.node,
    axes: sizes.map((_, axis) => (added.has(axis) ? [] : (axes.shift() ?? []))),
  });
}

const maxAxes = 16;

function concat(op: OnnxOp): Lowered {
  const given = op.inputs.flatMap((input) => input ?? []);
  const views = given.flatMap((input) => (input.kind === 'view' ? [input.view] : []));
  if (views.length === given.length) return concatenated(op.name, views, numberIn(op, 'axis') ?? 1);
  if (given.length > maxSizes) return undefined;
  const sizes = given.flatMap((input) => integersOf(input) ?? []);
  const isKnown = given.every((input) => integersOf(input) !== undefined);
  return isKnown && sizes.length <= maxSizes ? { kind: 'sizes', sizes, isScalar: false } : undefined;
}

const maxSizes = 64;

function gather(op: OnnxOp): Lowered {
  const [from, at] = op.inputs;
  const indices = knownIntegersOf(at);
  const isOne = at?.kind === 'sizes' ? at.isScalar : at?.kind === 'constant' && at.tensor.shape.length === 0;
  if (from === undefined || indices === undefined) return undefined;
  if (from.kind !== 'view') {
    const sizes = integersOf(from);
    const taken = indices.map((index) => sizes?.at(index) ?? null);
    return sizes && { kind: 'sizes', sizes: taken, isScalar: isOne };
  }
  const axis = positive(numberIn(op, 'axis') ?? 0, from.view.axes.length);
  const size = sizesOf(from.view)[axis] ?? null;
  const [first] = indices;
  if (first === undefined || size === null) return undefined;
  if (isOne)
    return withoutAxis(sliced(op.name, from.view, axis, positive(first, size), positive(first, size) + 1), axis);
  if (indices.every((index, place) => index === first + place))
    return sliced(op.name, from.view, axis, first, first + indices.length);
  return indices.every((index, place) => index === size - 1 - place) ? reversed(op.name, from.view, axis) : undefined;
}

function positive(index: number, size: number): number {
  return index < 0 ? index + size : index;
}

/** All channels from the last to the first. */
function reversed(name: string, view: View, axis: number): Lowered {
  const isChannels = view.axes[axis]?.length === 1 && view.axes[axis][0]?.of === 'channels';
  const node = withChannelsOf(view);
  if (!isChannels || node === undefined) return undefined;
  return viewOperand({ node: statedNode(name, { kind: 'reverseChannels' }, [node]), axes: view.axes });
}

function slice(op: OnnxOp): Lowered {
  const [from] = op.inputs;
  const starts = listIn(op, 'starts') ?? knownIntegersOf(op.inputs[1]);
  const ends = listIn(op, 'ends') ?? knownIntegersOf(op.inputs[2]);
  const axes = listIn(op, 'axes') ?? knownIntegersOf(op.inputs[3]) ?? starts?.map((_, axis) => axis);
  const steps = knownIntegersOf(op.inputs[4]) ?? starts?.map(() => 1);
  if (from === undefined || starts === undefined || ends === undefined || axes === undefined) return undefined;
  if (from.kind !== 'view') {
    const sizes = integersOf(from)?.slice(starts[0], ends[0]);
    return sizes && steps?.[0] === 1 ? { kind: 'sizes', sizes, isScalar: false } : undefined;
  }
  return axes.reduce<Lowered>((lowered, named, index) => {
    if (lowered?.kind !== 'view') return undefined;
    const { view } = lowered;
    const axis = positive(named, view.axes.length);
    const size = sizesOf(view)[axis] ?? null;
    const [start = 0, end = 0, step = 1] = [starts[index], ends[index], steps?.[index]];
    if (step === -1) return isWholeBackwards(start, end, size) ? reversed(op.name, view, axis) : undefined;
    if (step !== 1) return undefined;
    if (size === null) return start === 0 ? sliced(op.name, view, axis, 0, end) : undefined;
    return sliced(op.name, view, axis, positive(start, size), Math.min(size, positive(end, size)));
  }, from);
}

function isWholeBackwards(start: number, end: number, size: Size): boolean {
  return size !== null && (start === -1 || start >= size - 1) && end < -size;
}

function split(op: OnnxOp): readonly Lowered[] | undefined {
  const view = viewAt(op, 0);
  if (view === undefined) return undefined;
  const axis = positive(numberIn(op, 'axis') ?? 0, view.axes.length);
  const size = sizesOf(view)[axis] ?? null;
  const count = op.node.outputs.length;
  const parts = listIn(op, 'split') ?? knownIntegersOf(op.inputs[1]);
  if (size === null || (parts !== undefined && parts.length !== count)) return undefined;
  const each = Math.ceil(size / count);
  let from = 0;
  return op.node.outputs.map((_, index) => {
    const to = Math.min(size, from + (parts?.[index] ?? each));
    const part = sliced(op.name, view, axis, from, to);
    from = to;
    return part;
  });
}

function pad(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const given = listIn(op, 'pads') ?? knownIntegersOf(op.inputs[1]);
  const value = numberIn(op, 'value', 2) ?? 0;
  if (view === undefined || given === undefined || (textIn(op, 'mode') ?? 'constant') !== 'constant') return undefined;
  const axes = knownIntegersOf(op.inputs[3]) ?? view.axes.map((_, axis) => axis);
  const sides = view.axes.map((): Sides => [0, 0]);
  for (const [index, named] of axes.entries()) {
    sides[positive(named, view.axes.length)] = [given[index] ?? 0, given[index + axes.length] ?? 0];
  }
  return padded(op.name, view, sides, value);
}
