import { elementBytes, floatsOf, type ElementType } from './elements';
import { refuse } from './refusal';

/** One tensor of a weights file, axes in the file's own order. */
export type NamedTensor = {
  readonly name: string;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
  /**
   * Row-major. Decoded anew each time it is read, and nowhere kept: recognising a file costs names and shapes only, and
   * converting it one tensor at a time. Read it once and hold on to it. May be a view of the file's bytes: do not write
   * to it.
   */
  readonly data: Float32Array;
};

/** A tensor whose values are decoded whenever they are asked for. `decode` must not fail: check the bytes before. */
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

// PyTorch allows 64 axes; weights have 5 at most.
const mostAxes = 16;

/** The product of a shape's sizes; refuses sizes that are no counts, too many axes, and products beyond 2^53 - 1. */
export function elementCount(shape: readonly number[], place: string): number {
  if (shape.length > mostAxes) refuse(`too many axes (got ${shape.length}, wanted at most ${mostAxes})`, place);
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) refuse(`impossible shape: got [${shape.join(', ')}]`, place);
  }
  const count = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(count)) refuse(`absurd shape: got [${shape.join(', ')}]`, place);
  return count;
}

/**
 * Keeps a small file from growing large: stored values may be shared (tied weights), and a few bytes may claim a
 * million tensors of the same storage. All decoded values together, were they kept, would stay within twice the file's
 * size, or four times for one-byte values, which become four bytes each; one tensor at a time is far below that.
 */
export function decodingBudget(fileBytes: number): (count: number, type: ElementType, place: string) => void {
  const limit = 2 * fileBytes;
  let spent = 0;
  return (count, type, place) => {
    spent += count * Math.min(4, 2 * elementBytes[type]);
    if (spent > limit) refuse(`tensors of more bytes than the file could hold (wanted at most ${limit})`, place);
  };
}
