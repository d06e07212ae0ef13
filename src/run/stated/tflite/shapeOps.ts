import { padded, type Sides } from '../padded';
import {
  concatenated,
  integersOf,
  knownIntegersOf,
  numberOf,
  reshapedOperand,
  sliced,
  transposedOperand,
  viewOperand,
  withoutAxis,
  type Lowered,
} from '../operand';
import { sizesOf } from '../view';
import { constantAt, optionsOf, viewAt, withFused, type Lower, type TfliteOp } from './tfliteOp';

/** Operators that move values or compute sizes. */
export const shapeOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['RESHAPE', reshape],
  ['SQUEEZE', squeeze],
  ['EXPAND_DIMS', expand],
  ['TRANSPOSE', transpose],
  ['CONCATENATION', concat],
  ['PAD', pad],
  ['PADV2', pad],
  ['SHAPE', shape],
  ['PACK', pack],
  ['STRIDED_SLICE', stridedSlice],
  ['SLICE', slice],
  ['SPLIT', (op) => split(op, viewAt(op, 1), numberOf(op.inputs[0]), undefined)],
  ['SPLIT_V', (op) => split(op, viewAt(op, 0), numberOf(op.inputs[2]), knownIntegersOf(op.inputs[1]))],
]);

function positive(index: number, size: number): number {
  return index < 0 ? index + size : index;
}

function reshape(op: TfliteOp): Lowered {
  const [from, to] = op.inputs;
  const sizes = integersOf(to) ?? optionsOf(op, 'reshape')?.newShape;
  return from && sizes && reshapedOperand(from, sizes);
}

function squeeze(op: TfliteOp): Lowered {
  const view = viewAt(op, 0);
  if (view === undefined) return undefined;
  const named = optionsOf(op, 'squeeze')?.axes ?? [];
  const dropped = named.length > 0 ? named : view.axes.flatMap((axis, index) => (axis.length === 0 ? [index] : []));
  const places = new Set(dropped.map((axis) => positive(axis, view.axes.length)));
  const isEmpty = [...places].every((axis) => view.axes[axis]?.length === 0);
  return isEmpty ? viewOperand({ node: view.node, axes: view.axes.filter((_, axis) => !places.has(axis)) }) : undefined;
}

const maxAxes = 16;

function expand(op: TfliteOp): Lowered {
  const [view, axis] = [viewAt(op, 0), numberOf(op.inputs[1])];
  if (view === undefined || axis === undefined || view.axes.length >= maxAxes) return undefined;
  return viewOperand({ node: view.node, axes: view.axes.toSpliced(positive(axis, view.axes.length + 1), 0, []) });
}

function transpose(op: TfliteOp): Lowered {
  const [from, order] = [op.inputs[0], knownIntegersOf(op.inputs[1])];
  return from && order && transposedOperand(from, order);
}

function concat(op: TfliteOp): Lowered {
  const views = op.inputs.flatMap((input) => (input?.kind === 'view' ? [input.view] : []));
  const options = optionsOf(op, 'concatenation');
  if (options === undefined || views.length !== op.inputs.length) return undefined;
  return withFused(op, concatenated(op.name, views, options.axis));
}

/** Two numbers for each axis, and a value that is zero where it is left out. */
function pad(op: TfliteOp): Lowered {
  const [view, pads] = [viewAt(op, 0), constantAt(op, 1)];
  const value = op.inputs[2] === undefined ? 0 : numberOf(op.inputs[2]);
  if (view === undefined || pads === undefined || value === undefined) return undefined;
  // Anything larger would be decoded for nothing.
  if (pads.shape.join() !== `${view.axes.length},2`) return undefined;
  const { data } = pads;
  const sides = view.axes.map((_, axis): Sides => [data[2 * axis] ?? 0, data[2 * axis + 1] ?? 0]);
  return padded(op.name, view, sides, value);
}

function shape(op: TfliteOp): Lowered {
  const view = viewAt(op, 0);
  return view && { kind: 'sizes', sizes: sizesOf(view), isScalar: false };
}

/** Numbers as a list. */
function pack(op: TfliteOp): Lowered {
  if (op.inputs.length > maxAxes) return undefined;
  const numbers = op.inputs.map((input) => (input === undefined ? undefined : integersOf(input)));
  if (numbers.some((each) => each?.length !== 1)) return undefined;
  return { kind: 'sizes', sizes: numbers.map((each) => each?.[0] ?? null), isScalar: false };
}

/** Of sizes, or of the channels of a map with steps of one. */
function stridedSlice(op: TfliteOp): Lowered {
  const options = optionsOf(op, 'stridedSlice');
  const [starts, ends, steps] = [1, 2, 3].map((index) => knownIntegersOf(op.inputs[index]));
  const [from] = op.inputs;
  if (from === undefined || options === undefined || starts === undefined || ends === undefined) return undefined;
  if (steps?.some((step) => step !== 1) !== false || options.ellipsisMask !== 0 || options.newAxisMask !== 0)
    return undefined;
  if (from.kind !== 'view') {
    const sizes = integersOf(from);
    const [start = 0, end = 0] = [starts[0], ends[0]];
    const isScalar = (options.shrinkMask & 1) === 1;
    const taken = isScalar
      ? sizes?.slice(start, start + 1 || undefined)
      : sizes?.slice(start, (options.endMask & 1) === 1 ? undefined : end);
    return taken && { kind: 'sizes', sizes: taken, isScalar };
  }
  const results = starts.map((start, axis) => {
    const isShrunk = ((options.shrinkMask >> axis) & 1) === 1;
    const first = ((options.beginMask >> axis) & 1) === 1 ? 0 : start;
    const isOpen = ((options.endMask >> axis) & 1) === 1;
    return { axis, first, end: isShrunk ? first + 1 : isOpen ? Infinity : (ends[axis] ?? 0), isShrunk };
  });
  return results.reduceRight<Lowered>((lowered, { axis, first, end, isShrunk }) => {
    if (lowered?.kind !== 'view') return undefined;
    const size = sizesOf(lowered.view)[axis] ?? null;
    const [begin, stop] = size === null ? [first, end] : [positive(first, size), Math.min(size, positive(end, size))];
    const part = sliced(op.name, lowered.view, axis, begin, stop);
    return isShrunk ? withoutAxis(part, axis) : part;
  }, from);
}

/** From a place in each axis, a number of values or, with -1, all that follow. */
function slice(op: TfliteOp): Lowered {
  const [starts, counts] = [knownIntegersOf(op.inputs[1]), knownIntegersOf(op.inputs[2])];
  const [from] = op.inputs;
  if (from?.kind !== 'view' || starts === undefined || counts === undefined) return undefined;
  return starts.reduce<Lowered>((lowered, start, axis) => {
    if (lowered?.kind !== 'view') return undefined;
    const size = sizesOf(lowered.view)[axis] ?? null;
    const count = counts[axis] ?? -1;
    return sliced(op.name, lowered.view, axis, start, count === -1 ? (size ?? Infinity) : start + count);
  }, from);
}

function split(
  op: TfliteOp,
  view: ReturnType<typeof viewAt>,
  axis: number | undefined,
  parts: readonly number[] | undefined,
): readonly Lowered[] | undefined {
  if (view === undefined || axis === undefined) return undefined;
  const at = positive(axis, view.axes.length);
  const size = sizesOf(view)[at] ?? null;
  if (size === null) return undefined;
  const count = op.operator.outputs.length;
  let from = 0;
  return op.operator.outputs.map((_, index) => {
    const to = from + (parts?.[index] ?? size / count);
    const part = sliced(op.name, view, at, from, to);
    from = to;
    return part;
  });
}
