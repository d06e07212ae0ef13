import { lazyTensor } from '../../formats/bytes/namedTensor';
import type { Operand } from '../operand';
import { listIn, numberIn, type OnnxOp } from './onnxOp';

/** A small tensor whose values are all known, such as the pads that TensorFlow's SAME becomes. */
export type SmallNumbers = {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: readonly number[];
  /** Whether its type is one of integers, which divide towards zero. */
  readonly isWhole: boolean;
};

// Pads have two numbers for each of at most five axes; anything much longer is a weight.
const maxValues = 64;

/** An operand as numbers; undefined where one is open, or there are many. */
export function smallNumbersOf(operand: Operand | undefined, isWhole: boolean): SmallNumbers | undefined {
  if (operand?.kind === 'constant') {
    const { shape } = operand.tensor;
    return countOf(shape) <= maxValues ? { shape, values: [...operand.tensor.data], isWhole } : undefined;
  }
  if (operand?.kind !== 'sizes' || operand.sizes.length > maxValues) return undefined;
  const values = operand.sizes.flatMap((size) => size ?? []);
  const shape = operand.isScalar ? [] : [values.length];
  return values.length === operand.sizes.length ? { shape, values, isWhole: true } : undefined;
}

export function operandOf(name: string, { shape, values }: SmallNumbers): Operand {
  return { kind: 'constant', tensor: lazyTensor(name, shape, () => Float32Array.from(values)) };
}

/** What a node computes from small numbers alone; undefined for ops that sizes and pads are not computed with. */
export function evaluated(op: OnnxOp, inputs: readonly (SmallNumbers | undefined)[]): SmallNumbers | undefined {
  const result = evaluations.get(op.node.opType)?.(op, inputs);
  const isSmall = result !== undefined && result.values.length <= maxValues && result.shape.length <= maxAxes;
  return isSmall && countOf(result.shape) === result.values.length ? result : undefined;
}

const maxAxes = 16;

type Inputs = readonly (SmallNumbers | undefined)[];

type Evaluate = (op: OnnxOp, inputs: Inputs) => SmallNumbers | undefined;

const evaluations: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ['Add', binary((a, b) => a + b)],
  ['Sub', binary((a, b) => a - b)],
  ['Mul', binary((a, b) => a * b)],
  ['Div', binary((a, b, isWhole) => (isWhole ? Math.trunc(a / b) : a / b))],
  ['Max', binary((a, b) => Math.max(a, b))],
  ['Min', binary((a, b) => Math.min(a, b))],
  ['Neg', unary((value) => -value)],
  ['Ceil', unary(Math.ceil)],
  ['Floor', unary(Math.floor)],
  ['Clip', clip],
  ['Cast', cast],
  ['Concat', concat],
  ['ConstantOfShape', filled],
  ['Gather', gather],
  ['Reshape', reshape],
  ['Slice', slice],
  ['Squeeze', squeeze],
  ['Transpose', transpose],
  ['Unsqueeze', unsqueeze],
]);

function unary(compute: (value: number) => number): Evaluate {
  return (_, [from]) => from && { ...from, values: from.values.map(compute) };
}

/** Of two of one shape, or of one and a single number. */
function binary(compute: (a: number, b: number, isWhole: boolean) => number): Evaluate {
  return (_, [a, b, ...others]) => {
    if (a === undefined || b === undefined || others.length > 0) return undefined;
    const [left, right] = [a.values.length, b.values.length];
    if (a.shape.join() !== b.shape.join() && left !== 1 && right !== 1) return undefined;
    const isWhole = a.isWhole && b.isWhole;
    const [long] = [a, b].toSorted((x, y) => y.values.length - x.values.length || y.shape.length - x.shape.length);
    const values = long?.values.map((__, index) =>
      compute(a.values[left === 1 ? 0 : index] ?? 0, b.values[right === 1 ? 0 : index] ?? 0, isWhole),
    );
    return long && values?.every(Number.isFinite) ? { shape: long.shape, values, isWhole } : undefined;
  };
}

function clip(op: OnnxOp, [from]: Inputs): SmallNumbers | undefined {
  const [least, most] = [numberIn(op, 'min', 1) ?? -Infinity, numberIn(op, 'max', 2) ?? Infinity];
  return from && { ...from, values: from.values.map((value) => Math.min(most, Math.max(least, value))) };
}

/** To a type of TensorProto.DataType: between floats nothing is rounded here. */
function cast(op: OnnxOp, [from]: Inputs): SmallNumbers | undefined {
  const to = numberIn(op, 'to') ?? 0;
  if (from === undefined) return undefined;
  if ([1, 10, 11, 16].includes(to)) return { ...from, isWhole: false };
  return to === 6 || to === 7 ? { ...from, values: from.values.map(Math.trunc), isWhole: true } : undefined;
}

function concat(op: OnnxOp, inputs: Inputs): SmallNumbers | undefined {
  const lists = inputs.flatMap((input) => (input?.shape.length === 1 ? [input] : []));
  if (lists.length !== op.node.inputs.length || lists.length > maxValues) return undefined;
  const values = lists.flatMap((list) => list.values);
  return { shape: [values.length], values, isWhole: lists.every(({ isWhole }) => isWhole) };
}

function filled(op: OnnxOp, [sizes]: Inputs): SmallNumbers | undefined {
  const value = listIn(op, 'value');
  const shape = sizes?.values ?? [];
  if (sizes?.shape.length !== 1 || countOf(shape) > maxValues || value?.length === 0) return undefined;
  const count = countOf(shape);
  return { shape, values: Array.from({ length: count }, () => value?.[0] ?? 0), isWhole: value !== undefined };
}

function gather(op: OnnxOp, [from, at]: Inputs): SmallNumbers | undefined {
  if (from === undefined || at === undefined) return undefined;
  const axis = positive(numberIn(op, 'axis') ?? 0, from.shape.length);
  const taken = picked(from, axis, at.values);
  return taken && { ...taken, shape: from.shape.toSpliced(axis, 1, ...at.shape) };
}

function reshape(op: OnnxOp, [from, to]: Inputs): SmallNumbers | undefined {
  const wanted = listIn(op, 'shape') ?? to?.values;
  if (from === undefined || wanted === undefined || wanted.length > maxAxes) return undefined;
  const copied = wanted.map((size, axis) => (size === 0 && numberIn(op, 'allowzero') !== 1 ? from.shape[axis] : size));
  const rest = from.values.length / -countOf(copied.map((size) => size ?? 0));
  return { ...from, shape: copied.map((size) => (size === -1 ? rest : (size ?? 0))) };
}

function slice(op: OnnxOp, [from, first, last, along, by]: Inputs): SmallNumbers | undefined {
  const [starts, ends] = [listIn(op, 'starts') ?? first?.values, listIn(op, 'ends') ?? last?.values];
  const axes = listIn(op, 'axes') ?? along?.values ?? starts?.map((_, axis) => axis);
  return axes?.reduce<SmallNumbers | undefined>((rest, named, index) => {
    const axis = positive(named, rest?.shape.length ?? 0);
    const size = rest?.shape[axis];
    const [start, end, step] = [starts?.[index], ends?.[index], by === undefined ? 1 : by.values[index]];
    if (rest === undefined || size === undefined || start === undefined || end === undefined) return undefined;
    if (step !== 1 && step !== -1) return undefined;
    // Backwards, an end before the first place is written as a very small number.
    const begin = step === 1 ? clamped(start, size) : Math.min(size - 1, positive(start, size));
    const stop = step === 1 ? clamped(end, size) : end < -size ? -1 : positive(end, size);
    const count = Math.max(0, (stop - begin) * step);
    return picked(
      rest,
      axis,
      Array.from({ length: count }, (_, place) => begin + place * step),
    );
  }, from);
}

function clamped(place: number, size: number): number {
  return Math.min(size, Math.max(0, positive(place, size)));
}

function squeeze(op: OnnxOp, [from, named]: Inputs): SmallNumbers | undefined {
  const axes = listIn(op, 'axes') ?? named?.values;
  const dropped = axes?.map((axis) => positive(axis, from?.shape.length ?? 0));
  return from && { ...from, shape: from.shape.filter((size, axis) => !(dropped?.includes(axis) ?? size === 1)) };
}

function unsqueeze(op: OnnxOp, [from, named]: Inputs): SmallNumbers | undefined {
  const axes = listIn(op, 'axes') ?? named?.values;
  if (from === undefined || axes === undefined || axes.length > maxAxes) return undefined;
  const count = from.shape.length + axes.length;
  const places = axes.map((axis) => positive(axis, count)).toSorted((a, b) => a - b);
  return { ...from, shape: places.reduce((shape, axis) => shape.toSpliced(axis, 0, 1), [...from.shape]) };
}

function transpose(op: OnnxOp, [from]: Inputs): SmallNumbers | undefined {
  const [rows = 0, columns = 0, ...others] = from?.shape ?? [];
  const order = listIn(op, 'perm') ?? [1, 0];
  if (from?.shape.length !== 2 || others.length > 0 || order.join() !== '1,0') return undefined;
  const values = from.values.map((_, index) => from.values[(index % rows) * columns + Math.floor(index / rows)] ?? 0);
  return { ...from, shape: [columns, rows], values };
}

/** The places of an axis that `indices` names, negative ones from the end. */
function picked(from: SmallNumbers, axis: number, indices: readonly number[]): SmallNumbers | undefined {
  const size = from.shape[axis];
  if (size === undefined || indices.length > maxValues) return undefined;
  const inner = countOf(from.shape.slice(axis + 1));
  const outer = countOf(from.shape.slice(0, axis));
  const values = Array.from({ length: outer * indices.length * inner }, (_, index) => {
    const place = positive(indices[Math.floor(index / inner) % indices.length] ?? 0, size);
    return from.values[(Math.floor(index / inner / indices.length) * size + place) * inner + (index % inner)];
  });
  const known = values.flatMap((value) => value ?? []);
  return known.length === values.length
    ? { ...from, shape: from.shape.with(axis, indices.length), values: known }
    : undefined;
}

function positive(index: number, size: number): number {
  return index < 0 ? index + size : index;
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((total, size) => total * size, 1);
}
