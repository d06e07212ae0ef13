import { spend, type Budget } from '../bytes/budget';
import { elementBytes, type ElementType } from '../bytes/elements';
import { elementCount } from '../bytes/namedTensor';
import { refuse } from '../bytes/refusal';
import { isKind, type PickledObject, type PickledTensor, type PickleValue } from './pickleValue';

/** Types by numpy's letter and size in bytes. */
const types: ReadonlyMap<string, ElementType> = new Map([
  ['f8', 'F64'],
  ['f4', 'F32'],
  ['f2', 'F16'],
  ['i8', 'I64'],
  ['i4', 'I32'],
  ['i2', 'I16'],
  ['i1', 'I8'],
  ['u1', 'U8'],
  ['b1', 'BOOL'],
]);

/**
 * A numpy array in a pickle as a tensor, or undefined for any other object. Its state is version, shape, type, whether
 * it is in Fortran's order, and the bytes (numpy/_core/src/multiarray/methods.c, `array_setstate`).
 */
export function tensorOfArray({ name, state }: PickledObject, budget: Budget): PickledTensor | undefined {
  if (!/^numpy\.(_core|core)\.multiarray\._reconstruct$/.test(name)) return undefined;
  const [, sides, dtype, isFortran, data] = isKind(state, 'tuple') ? state.items : [];
  const [type, isLittle] = isKind(dtype, 'object') ? typeOf(dtype) : [];
  if (type === undefined || !isKind(sides, 'tuple') || !isKind(data, 'bytes')) return undefined;
  const shape = sides.items.map((side) => (typeof side === 'number' ? side : -1));
  const count = elementCount(shape, 'a numpy array');
  spend(budget, 'work', shape.length + 1, 'a numpy array');
  if (data.bytes.length !== count * elementBytes[type]) refuse('a numpy array of another size', 'data.pkl');
  if (isLittle !== true) refuse('a numpy array from a big-endian machine: save it on a little-endian one', 'data.pkl');
  const storage = { kind: 'storage', key: '', type, count, bytes: data.bytes } as const;
  return { kind: 'tensor', storage, shape, strides: stridesOf(shape, isFortran === true), start: 0 };
}

function typeOf({ name, args, state }: PickledObject): readonly [type?: ElementType, isLittle?: boolean] {
  const [code] = args;
  if (name !== 'numpy.dtype' || typeof code !== 'string') return [];
  // The state is version, byte order, ...
  const order: PickleValue | undefined = isKind(state, 'tuple') ? state.items[1] : undefined;
  const type = types.get(code);
  return type === undefined ? [] : [type, order === '<' || order === '|' || order === '='];
}

function stridesOf(shape: readonly number[], isFortran: boolean): readonly number[] {
  const sizeOf = (sides: readonly number[]) => sides.reduce((product, side) => product * side, 1);
  return shape.map((_, axis) => sizeOf(isFortran ? shape.slice(0, axis) : shape.slice(axis + 1)));
}
