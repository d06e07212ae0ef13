import { sizes, spend, type Budget } from './budget';
import { elementBytes, floatsOf, stridedFloats, type ElementType } from './elements';
import { refuse } from './refusal';

/** A tensor of a weights file, with its axes in the file's order. */
export type NamedTensor = {
  readonly name: string;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
  /**
   * Row-major. Decoded on every access and never cached, so that recognising a file decodes nothing and converting it
   * holds one tensor at a time. Access it once and keep the result. May be a view of the file's bytes: do not write to
   * it.
   */
  readonly data: Float32Array;
  /** Where in the file the values lie, if they are plain elements: axes.ts permutes them there, before they are decoded. */
  readonly elements?: Elements;
};

/** The value at position p of a tensor is element `start` + p0 * strides[0] + p1 * strides[1] + ... of `bytes`. */
export type Elements = {
  readonly type: ElementType;
  readonly bytes: Uint8Array;
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

/** A tensor stored as dense elements in row-major order. */
export function denseTensor(name: string, shape: readonly number[], type: ElementType, bytes: Uint8Array): NamedTensor {
  return withElements(name, shape, { type, bytes, strides: rowMajorStrides(shape), start: 0 }, () =>
    floatsOf(type, bytes),
  );
}

/** A tensor stored as elements with gaps or in another order. The caller has checked that all of them are in the bytes. */
export function stridedTensor(name: string, shape: readonly number[], elements: Elements): NamedTensor {
  return withElements(name, shape, elements, () =>
    stridedFloats(elements.type, elements.bytes, { ...elements, shape }),
  );
}

/** The number of elements from one position of each axis to the next. */
export function rowMajorStrides(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

function withElements(
  name: string,
  shape: readonly number[],
  elements: Elements,
  decode: () => Float32Array,
): NamedTensor {
  return {
    name,
    shape,
    elements,
    get data() {
      return decode();
    },
  };
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
