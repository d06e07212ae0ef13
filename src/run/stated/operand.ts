import { lazyTensor, renamed } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { transposed as transposedTensor } from './axes';
import { scalar, scalarOf } from './affine';
import { computedFrom, computedTensor, isShallow } from './lazyDepth';
import type { Size, StatedOp } from './statedGraph';
import { statedNode } from './statedNode';
import { isSameAxis, isSameLayout, reshaped, sizesOf, transposed, withChannelsOf, type Axis, type View } from './view';

/** A value of a file's graph: computed from the image, stored, or a list of sizes such as Shape gives. */
export type Operand =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'constant'; readonly tensor: StoredTensor }
  | { readonly kind: 'sizes'; readonly sizes: readonly Size[]; readonly isScalar: boolean };

/** What an op of a file gives; undefined if this vocabulary has no word for it. */
export type Lowered = Operand | undefined;

export function viewOperand(view: View | undefined): Lowered {
  return view === undefined ? undefined : { kind: 'view', view };
}

export function constantOperand(tensor: StoredTensor): Operand {
  return { kind: 'constant', tensor };
}

/** A value with another op after it, in the same axes. */
export function after(name: string, view: View, op: StatedOp): Operand {
  return { kind: 'view', view: { node: statedNode(name, op, [view.node]), axes: view.axes } };
}

/** An op that has no word here, so that the comparison can name it. */
export function unknownOperand(name: string, what: string, operands: readonly (Operand | undefined)[]): Operand {
  const views = operands.flatMap((operand) => (operand?.kind === 'view' ? [operand.view] : []));
  const node = statedNode(
    name,
    { kind: 'unknown', what },
    views.map((view) => view.node),
  );
  return { kind: 'view', view: { node, axes: views[0]?.axes ?? [] } };
}

/** Whole numbers that a file computes sizes with; undefined where the operand is none of these, or is long. */
export function integersOf(operand: Operand | undefined): readonly Size[] | undefined {
  if (operand?.kind === 'sizes') return operand.sizes;
  if (operand?.kind !== 'constant') return undefined;
  const { shape } = operand.tensor;
  const isShort = shape.length === 0 || (shape.length === 1 && (shape[0] ?? 0) <= maxSizes);
  return isShort ? [...operand.tensor.data] : undefined;
}

// Pads have two numbers for each of at most five axes; anything much longer would be decoded for nothing.
const maxSizes = 64;

/** Whole numbers that are all known. */
export function knownIntegersOf(operand: Operand | undefined): readonly number[] | undefined {
  const integers = integersOf(operand);
  const known = integers?.flatMap((size) => (size === null ? [] : [size]));
  return known?.length === integers?.length ? known : undefined;
}

/** The one number that an operand holds. */
export function numberOf(operand: Operand | undefined): number | undefined {
  if (operand?.kind === 'constant') return scalarOf(operand.tensor);
  return operand?.kind === 'sizes' && operand.sizes.length === 1 ? (operand.sizes[0] ?? undefined) : undefined;
}

export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/** A sum, difference, product or quotient, of maps, of a map and constants for each channel, or of sizes. */
export function elementwise(name: string, kind: Arithmetic, a: Operand, b: Operand): Lowered {
  if (a.kind === 'view' && b.kind === 'view') return ofTwoViews(name, kind, a.view, b.view);
  if (a.kind === 'view' && b.kind === 'constant') return withConstant(name, kind, a.view, b.tensor);
  if (a.kind === 'constant' && b.kind === 'view') {
    if (kind === 'add' || kind === 'multiply') return withConstant(name, kind, b.view, a.tensor);
    if (kind === 'divide') return undefined;
    const negative = after(name, b.view, { kind: 'affine', scale: scalar(name, -1) });
    return negative.kind === 'view' ? withConstant(name, 'add', negative.view, a.tensor) : undefined;
  }
  if (a.kind === 'constant' && b.kind === 'constant') return ofConstants(name, kind, a.tensor, b.tensor);
  const [left, right] = [integersOf(a), integersOf(b)];
  if (left === undefined || right === undefined) return undefined;
  const count = Math.max(left.length, right.length);
  const sizes = Array.from({ length: count }, (_, index) => {
    const [x, y] = [left[left.length === 1 ? 0 : index] ?? null, right[right.length === 1 ? 0 : index] ?? null];
    return x === null || y === null ? null : sizeOf(kind, x, y);
  });
  return { kind: 'sizes', sizes, isScalar: isScalar(a) && isScalar(b) };
}

function isScalar(operand: Operand): boolean {
  if (operand.kind === 'sizes') return operand.isScalar;
  return operand.kind === 'constant' && operand.tensor.shape.length === 0;
}

/** Whole numbers divide towards zero. */
function sizeOf(kind: Arithmetic, a: number, b: number): Size {
  const result = compute[kind](a, b);
  return Number.isFinite(result)
    ? kind === 'divide' && Number.isInteger(a) && Number.isInteger(b)
      ? Math.trunc(result)
      : result
    : null;
}

const compute: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

function ofConstants(name: string, kind: Arithmetic, a: StoredTensor, b: StoredTensor): Lowered {
  const isSame = a.shape.join() === b.shape.join();
  const [left, right] = [countOf(a.shape), countOf(b.shape)];
  if ((!isSame && left !== 1 && right !== 1) || !isShallow(a, b)) return undefined;
  const shape = left >= right ? a.shape : b.shape;
  return constantOperand(
    computedTensor(name, shape, [a, b], () => {
      const [x, y] = [a.data, b.data];
      const values = new Float32Array(countOf(shape));
      for (let index = 0; index < values.length; index += 1) {
        values[index] = compute[kind](x[left === 1 ? 0 : index] ?? 0, y[right === 1 ? 0 : index] ?? 0);
      }
      return values;
    }),
  );
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((total, size) => total * size, 1);
}

function ofTwoViews(name: string, kind: Arithmetic, a: View, b: View): Lowered {
  if (kind !== 'add' && kind !== 'multiply') return undefined;
  const node = () => statedNode(name, { kind }, [a.node, b.node]);
  if (isSameLayout(a, b)) return viewOperand({ node: node(), axes: a.axes });
  // A gate has one value for each channel, and so one for each batch and no other axis.
  const [map, gate] = a.axes.flat().length >= b.axes.flat().length ? [a, b] : [b, a];
  return kind === 'multiply' && isGateOf(gate, map) ? viewOperand({ node: node(), axes: map.axes }) : undefined;
}

function isGateOf(gate: View, map: View): boolean {
  const missing = map.axes.length - gate.axes.length;
  return (
    missing >= 0 &&
    map.axes.every((axis, index) => {
      const own = gate.axes[index - missing] ?? [];
      return axis.some(({ of }) => of === 'channels') ? isSameAxis(axis, own) : own.length === 0;
    })
  );
}

function withConstant(name: string, kind: Arithmetic, view: View, tensor: StoredTensor): Lowered {
  const values = channelValuesOf(view, tensor);
  if (values === undefined) return undefined;
  switch (kind) {
    case 'add':
      return after(name, view, { kind: 'affine', shift: values });
    case 'subtract':
      return after(name, view, { kind: 'affine', shift: mapped(values, (value) => -value) });
    case 'multiply':
      return after(name, view, { kind: 'affine', scale: values });
    case 'divide':
      return after(name, view, { kind: 'affine', scale: mapped(values, (value) => 1 / value) });
  }
}

function mapped(tensor: StoredTensor, change: (value: number) => number): StoredTensor {
  return lazyTensor(tensor.name, tensor.shape, () => tensor.data.map(change));
}

/** A constant as one value, or one for each channel of a view that it is spread over; undefined if it is neither. */
function channelValuesOf(view: View, tensor: StoredTensor): StoredTensor | undefined {
  const { shape, name } = tensor;
  const count = countOf(shape);
  if (count === 1) return lazyTensor(name, [], () => tensor.data);
  const missing = view.axes.length - shape.length;
  const isAligned = shape.every(
    (size, index) => size === 1 || isAllChannels(view, view.axes[index + missing] ?? [], size),
  );
  return missing >= 0 && isAligned ? lazyTensor(name, [count], () => tensor.data) : undefined;
}

function isAllChannels({ node }: View, axis: Axis, size: number): boolean {
  const [factor, ...others] = axis;
  return others.length === 0 && factor?.of === 'channels' && factor.stride === 1 && node.shape.channels === size;
}

/** The mean over both directions of a map; undefined for any other mean. */
export function meanOver(name: string, view: View, axes: readonly number[], isKept: boolean): Lowered {
  const count = view.axes.length;
  const taken = new Set(axes.map((axis) => (axis < 0 ? axis + count : axis)));
  const over = view.axes.flatMap((axis, index) => (taken.has(index) ? axis : []));
  const left = view.axes.flatMap((axis, index) => (taken.has(index) ? (isKept ? [[]] : []) : [axis]));
  const isSpatial = over.every(({ of }) => of === 'height' || of === 'width');
  const isWhole = !left.flat().some(({ of }) => of === 'height' || of === 'width');
  if (!isSpatial || !isWhole) return undefined;
  return viewOperand({ node: statedNode(name, { kind: 'globalAveragePool' }, [view.node]), axes: left });
}

/** The indices `from` to `to` of an axis of channels, or all of any axis. */
export function sliced(name: string, view: View, axis: number, from: number, to: number): Lowered {
  const size = sizesOf(view)[axis];
  const own = view.axes[axis];
  if (size === undefined || own === undefined) return undefined;
  if (from === 0 && (size === null ? to >= 2 ** 31 - 1 : to >= size)) return viewOperand(view);
  if (size === null || from < 0 || from >= to || to > size) return undefined;
  const channels = view.axes.flat().filter(({ of }) => of === 'channels');
  const isOutermost = own.length > 0 && own.every((factor, index) => factor === channels[index]);
  const node = withChannelsOf(view);
  const total = node?.shape.channels ?? null;
  if (!isOutermost || node === undefined || total === null) return undefined;
  const rest = total / size;
  const part = statedNode(name, { kind: 'channelSlice', from: from * rest, to: to * rest }, [node]);
  // The channels are in the order of the axes now, so each factor steps over those after it.
  let stride = (to - from) * rest;
  const axes = view.axes.map((each, index) => {
    if (index === axis) {
      stride /= to - from;
      return to - from === 1 ? [] : [{ of: 'channels', size: to - from, stride } as const];
    }
    return each.map((factor) => {
      if (factor.of !== 'channels' || factor.size === null) return factor;
      stride /= factor.size;
      return { ...factor, stride };
    });
  });
  return viewOperand({ node: part, axes });
}

/** The view without an axis of one place. */
export function withoutAxis(operand: Lowered, axis: number): Lowered {
  if (operand?.kind !== 'view') return undefined;
  const { node, axes } = operand.view;
  return axes[axis]?.length === 0 ? viewOperand({ node, axes: axes.toSpliced(axis, 1) }) : undefined;
}

/** Maps joined along their channels. */
export function concatenated(name: string, views: readonly View[], axis: number): Lowered {
  const [first] = views;
  if (first === undefined) return undefined;
  const at = axis < 0 ? axis + first.axes.length : axis;
  const nodes = views.flatMap((view) => {
    const node = withChannelsOf(view);
    const isLike =
      view.axes.length === first.axes.length &&
      view.axes.every((own, index) =>
        index === at
          ? own.every(({ of }) => of === 'channels')
          : !own.some(({ of }) => of === 'channels') && isSameAxis(own, first.axes[index] ?? []),
      );
    return node !== undefined && isLike ? [node] : [];
  });
  if (nodes.length !== views.length) return undefined;
  const node = statedNode(name, { kind: 'concat' }, nodes);
  const axes = first.axes.with(at, [{ of: 'channels', size: node.shape.channels, stride: 1 }]);
  return viewOperand({ node, axes });
}

/** Other axes of the same values; sizes of null or below zero stand for what is left. */
export function reshapedOperand(operand: Operand, sizes: readonly Size[]): Lowered {
  if (operand.kind === 'view') return viewOperand(reshaped(operand.view, sizes));
  if (operand.kind === 'sizes') return { ...operand, isScalar: sizes.length === 0 };
  const { tensor } = operand;
  const known = sizes.map((size) => (size === null || size < 0 ? 1 : size));
  const rest = countOf(tensor.shape) / countOf(known);
  const shape = sizes.map((size) => (size === null || size < 0 ? rest : size));
  if (countOf(shape) !== countOf(tensor.shape) || !isShallow(tensor)) return undefined;
  return constantOperand(computedFrom([tensor], renamed(tensor, tensor.name, shape)));
}

export function transposedOperand(operand: Operand, order: readonly number[]): Lowered {
  if (operand.kind === 'view') return viewOperand(transposed(operand.view, order));
  const axes = operand.kind === 'constant' ? operand.tensor.shape.map((_, axis) => axis) : [];
  const isOrder = order.length === axes.length && axes.every((axis) => order.includes(axis));
  if (operand.kind !== 'constant' || !isOrder || !isShallow(operand.tensor)) return undefined;
  return constantOperand(computedFrom([operand.tensor], transposedTensor(operand.tensor, order)));
}
