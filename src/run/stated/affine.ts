import { lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { computedTensor, isShallow } from './lazyDepth';
import type { StatedOp } from './statedGraph';

export type Affine = Extract<StatedOp, { readonly kind: 'affine' }>;

/** One number as a tensor. */
export function scalar(name: string, value: number): StoredTensor {
  return lazyTensor(name, [], () => Float32Array.of(value));
}

/** The number that a tensor of one value holds, undefined for any other. */
export function scalarOf(tensor: StoredTensor | undefined): number | undefined {
  if (tensor === undefined || tensor.shape.some((size) => size !== 1)) return undefined;
  return tensor.data[0];
}

/** Equal but for what rounding to float16 or to 8 bits costs. */
export function isNear(value: number | undefined, wanted: number): boolean {
  return value !== undefined && Math.abs(value - wanted) <= 2e-3 * Math.max(1e-6, Math.abs(wanted));
}

/** Whether an affine op is a factor and nothing else; returns the factor if it is one number. */
export function factorOf(op: StatedOp): number | undefined {
  if (op.kind !== 'affine' || (op.shift !== undefined && scalarOf(op.shift) !== 0)) return undefined;
  return scalarOf(op.scale);
}

/** `second` after `first`, as one op. */
export function composed(first: Affine, second: Affine): Affine {
  const scale = product(first.scale, second.scale);
  const moved = first.shift === undefined ? undefined : product(first.shift, second.scale);
  const shift = sum(moved, second.shift);
  return { kind: 'affine', ...(scale && { scale }), ...(shift && { shift }) };
}

/** Whether it changes nothing; per-channel values are not looked at. */
export function isIdentity({ scale, shift }: Affine): boolean {
  const hasScale = scale !== undefined && scalarOf(scale) !== 1;
  const value = scalarOf(shift);
  return !hasScale && (shift === undefined || (value !== undefined && Math.abs(value) < 1e-6));
}

/** Value by value; either may be one number for all. Undefined stands for 1. */
export function product(a: StoredTensor | undefined, b: StoredTensor | undefined): StoredTensor | undefined {
  return joined(a, b, (left, right) => left * right);
}

/** Value by value; either may be one number for all. Undefined stands for 0. */
export function sum(a: StoredTensor | undefined, b: StoredTensor | undefined): StoredTensor | undefined {
  return joined(a, b, (left, right) => left + right);
}

/** Whether more can be composed with an affine op. */
export function isComposable({ scale, shift }: Affine): boolean {
  return isShallow(scale, shift);
}

function joined(
  a: StoredTensor | undefined,
  b: StoredTensor | undefined,
  join: (left: number, right: number) => number,
): StoredTensor | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [long, short] = a.shape.length >= b.shape.length ? [a, b] : [b, a];
  const [left, right] = [scalarOf(a), scalarOf(b)];
  if (left !== undefined && right !== undefined) return scalar(long.name, join(left, right));
  return computedTensor(long.name, long.shape, [a, b], () => {
    const others = short.data;
    const isOne = others.length === 1;
    return long.data.map((value, index) => join(value, (isOne ? others[0] : others[index]) ?? 0));
  });
}
