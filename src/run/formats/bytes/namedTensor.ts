import { elementBytes, floatsOf, type ElementType } from './elements';
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
  return lazyTensor(name, shape, () => floatsOf(type, bytes));
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

/**
 * Keeps a small file from decoding to a huge one: tensors may share storage (tied weights), so a few bytes can declare
 * a million tensors. Limits all decoded values together to twice the file's size, or four times for one-byte values,
 * which become four bytes each. Decoding one tensor at a time needs far less.
 */
export function decodingBudget(fileBytes: number): (count: number, type: ElementType, place: string) => void {
  const limit = 2 * fileBytes;
  let spent = 0;
  return (count, type, place) => {
    spent += count * Math.min(4, 2 * elementBytes[type]);
    if (spent > limit) refuse(`tensors of more bytes than the file could hold (wanted at most ${limit})`, place);
  };
}
