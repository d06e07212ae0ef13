import { sizes, spend, type Budget } from './budget';
import type { PartOf, TensorValue } from '../../../nets/weights/tensorValue';
import { elementBytes, elementReader, floatsOf, stridedFloats, type ElementType } from './elements';
import { refuse } from './refusal';

/** A tensor of a weights file, with its axes in the file's order. */
export type NamedTensor = {
  readonly name: string;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
  /**
   * Row-major. Decoded on every access and never cached, so that recognising a file decodes nothing. Access it once and
   * keep the result. May be a view of the file's bytes: do not write to it.
   */
  readonly data: Float32Array;
  /** So that converting a file holds a part of a tensor at a time. */
  readonly part?: PartOf;
  /** Each value by itself, where it can be decoded so: axes.ts permutes them before they are decoded. */
  readonly elements?: Elements;
};

/** The value at position p of a tensor is element `start` + p0 * strides[0] + p1 * strides[1] + ... */
export type Elements = {
  /** Returns a function that reads the element at an index. */
  readonly reader: () => (index: number) => number;
  /** One for each axis, in elements. */
  readonly strides: readonly number[];
  readonly start: number;
};

/** A tensor whose values are decoded on every access. `decode` must not throw: check the bytes first. */
export function lazyTensor(name: string, shape: readonly number[], decode: () => Float32Array): NamedTensor {
  return {
    name,
    shape,
    get data() {
      return decode();
    },
  };
}

/** A tensor any part of which can be decoded alone. `part` must not throw. */
export function tensorOfParts(name: string, shape: readonly number[], part: PartOf, elements?: Elements): NamedTensor {
  const count = countOf(shape);
  return {
    name,
    shape,
    part,
    ...(elements && { elements }),
    get data() {
      return part(0, count);
    },
  };
}

/** A tensor stored as dense elements in row-major order. */
export function denseTensor(name: string, shape: readonly number[], type: ElementType, bytes: Uint8Array): NamedTensor {
  const size = elementBytes[type];
  const part: PartOf = (begin, end) => floatsOf(type, bytes.subarray(begin * size, end * size));
  return tensorOfParts(
    name,
    shape,
    part,
    rowMajor(shape, () => elementReader(type, bytes)),
  );
}

/** A tensor stored as elements with gaps or in another order. The caller has checked that all of them can be read. */
export function stridedTensor(name: string, shape: readonly number[], elements: Elements): NamedTensor {
  const part: PartOf = (begin, end) => stridedFloats(elements.reader(), { ...elements, shape }, begin, end);
  return tensorOfParts(name, shape, part, elements);
}

/** Dense elements in row-major order. */
export function rowMajor(shape: readonly number[], reader: Elements['reader']): Elements {
  return { reader, strides: rowMajorStrides(shape), start: 0 };
}

/** The same values under another name, with another shape of the same size. */
export function renamed(tensor: Unnamed, name: string, shape: readonly number[]): NamedTensor {
  const { part } = tensor;
  if (part === undefined) return lazyTensor(name, shape, () => tensor.data);
  const reader = rowMajorReader(tensor);
  return tensorOfParts(name, shape, part, reader && rowMajor(shape, reader));
}

/** A tensor of the same shape with every value changed; `change` gets a value and its index in row-major order. */
export function changedTensor(
  tensor: NamedTensor,
  change: () => (value: number, index: number) => number,
): NamedTensor {
  const { name, shape, part } = tensor;
  if (part === undefined) return lazyTensor(name, shape, () => tensor.data.map(change()));
  const reader = rowMajorReader(tensor);
  const changedReader = (read: (index: number) => number, changed = change()) => {
    return (index: number) => changed(Math.fround(read(index)), index);
  };
  return tensorOfParts(
    name,
    shape,
    (begin, end) => {
      const changed = change();
      return part(begin, end).map((value, index) => changed(value, begin + index));
    },
    reader && rowMajor(shape, () => changedReader(reader())),
  );
}

type Unnamed = Pick<NamedTensor, 'shape' | 'data' | 'part' | 'elements'>;

function rowMajorReader({ elements, shape }: Unnamed): Elements['reader'] | undefined {
  const isRowMajor = elements?.start === 0 && String(elements.strides) === String(rowMajorStrides(shape));
  return isRowMajor ? elements.reader : undefined;
}

/** The values of a tensor from one index up to another. */
export function partOf(tensor: TensorValue, begin: number, end: number): Float32Array {
  return tensor.part?.(begin, end) ?? tensor.data.subarray(begin, end);
}

// A megabyte of floats: the last layers of a VGG-16 have 400 MB.
const partLength = 2 ** 18;

/** The values of a tensor in order, in parts that are small where the tensor can be decoded in parts. */
export function* partsOf(tensor: TensorValue): Generator<Float32Array> {
  const { part, shape } = tensor;
  if (part === undefined) {
    yield tensor.data;
    return;
  }
  const count = countOf(shape);
  for (let begin = 0; begin < count; begin += partLength) yield part(begin, Math.min(begin + partLength, count));
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The number of elements from one position of each axis to the next. */
export function rowMajorStrides(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

// PyTorch allows 64 axes; weights have at most 5.
const maxAxes = 16;

/** The number of elements; refuses negative or fractional sizes, too many axes, and products above 2^53 - 1. */
export function elementCount(shape: readonly number[], place: string): number {
  if (shape.length > maxAxes) refuse(`too many axes (got ${shape.length}, wanted at most ${maxAxes})`, place);
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) refuse(`impossible shape: got [${shape.join(', ')}]`, place);
  }
  const count = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(count)) refuse(`absurd shape: got [${shape.join(', ')}]`, place);
  return count;
}

// Module paths have at most about a hundred characters. Longer ones would fill every message about the tensor.
const maxNameLength = 300;

/**
 * Charges a tensor of `count` elements: itself, and its values, which are at most four bytes each once decoded. Refuses
 * an absurd name.
 */
export function spendTensor(
  budget: Budget,
  tensor: { readonly name: string; readonly count: number; readonly type: ElementType },
  place: string,
): void {
  const { name, count, type } = tensor;
  if (name.length > maxNameLength) {
    refuse(`a tensor's name is too long (got ${name.length} characters, wanted at most ${maxNameLength})`, place);
  }
  spend(budget, 'memory', sizes.tensor, place);
  spend(budget, 'values', count * Math.min(4, 2 * elementBytes[type]), place);
}
