import { floatOfBits, floatOfHalf, floatsOfHalves } from './half';

/** Bytes per stored element. The names are those of safetensors; the other formats map their types to them. */
export const elementBytes = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  U64: 8,
  I32: 4,
  U32: 4,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
} as const;

export type ElementType = keyof typeof elementBytes;

/** `name` as an element type, or undefined for any other value. */
export function elementTypeOf(name: unknown): ElementType | undefined {
  return typeof name === 'string' && isElementType(name) ? name : undefined;
}

function isElementType(name: string): name is ElementType {
  return Object.hasOwn(elementBytes, name);
}

/**
 * Converts dense little-endian elements to float32, rounding 64-bit values.
 * Returns aligned F32 as a view of `bytes`, everything else as a copy.
 */
export function floatsOf(type: ElementType, bytes: Uint8Array): Float32Array {
  const { buffer, byteOffset } = bytes;
  const count = Math.floor(bytes.length / elementBytes[type]);
  // The types that weights mostly have, millions at a time.
  if (type === 'F32' && byteOffset % 4 === 0) return new Float32Array(buffer, byteOffset, count);
  if (type === 'F16' && byteOffset % 2 === 0) return floatsOfHalves(new Uint16Array(buffer, byteOffset, count));
  if (type === 'I8') return new Float32Array(new Int8Array(buffer, byteOffset, count));
  const element = elementReader(type, bytes);
  const floats = new Float32Array(count);
  for (let index = 0; index < count; index += 1) floats[index] = element(index);
  return floats;
}

/** A view of elements whose position p is element `start` + p0 * strides[0] + p1 * strides[1] + ... */
export type StridedView = {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly start: number;
};

/**
 * Copies the elements of a strided view in row-major order of its shape, from one index up to another.
 * The caller must have checked that `element` can read all of them.
 */
export function stridedFloats(
  element: (index: number) => number,
  view: StridedView,
  begin: number,
  end: number,
): Float32Array {
  const floats = new Float32Array(end - begin);
  const position = positionOf(begin, view.shape);
  let at = position.reduce((sum, index, axis) => sum + index * (view.strides[axis] ?? 0), view.start);
  for (let index = 0; index < floats.length; index += 1) {
    floats[index] = element(at);
    // Counts like an odometer: the last axis moves fastest, and an axis that wraps carries into the one before it.
    for (let axis = view.shape.length - 1; axis >= 0; axis -= 1) {
      const size = view.shape[axis] ?? 1;
      const stride = view.strides[axis] ?? 0;
      const next = (position[axis] ?? 0) + 1;
      position[axis] = next === size ? 0 : next;
      at += next === size ? -stride * (size - 1) : stride;
      if (next < size) break;
    }
  }
  return floats;
}

/** The index of each axis at a place in row-major order. */
function positionOf(place: number, shape: readonly number[]): number[] {
  let rest = place;
  return shape
    .toReversed()
    .map((size) => {
      const index = rest % size;
      rest = Math.floor(rest / size);
      return index;
    })
    .toReversed();
}

/** Returns a function that reads the element at an index, unrounded up to 53 bits. */
export function elementReader(type: ElementType, bytes: Uint8Array): (index: number) => number {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'F64':
      return (index) => data.getFloat64(index * 8, true);
    case 'F32':
      return (index) => data.getFloat32(index * 4, true);
    case 'F16':
      return (index) => floatOfHalf(data.getUint16(index * 2, true));
    case 'BF16':
      return (index) => floatOfBits(data.getUint16(index * 2, true) << 16);
    case 'I64':
      return (index) => data.getInt32(index * 8 + 4, true) * 2 ** 32 + data.getUint32(index * 8, true);
    case 'U64':
      return (index) => data.getUint32(index * 8 + 4, true) * 2 ** 32 + data.getUint32(index * 8, true);
    case 'I32':
      return (index) => data.getInt32(index * 4, true);
    case 'U32':
      return (index) => data.getUint32(index * 4, true);
    case 'I16':
      return (index) => data.getInt16(index * 2, true);
    case 'U16':
      return (index) => data.getUint16(index * 2, true);
    case 'I8':
      return (index) => data.getInt8(index);
    case 'U8':
      return (index) => data.getUint8(index);
    case 'BOOL':
      return (index) => (data.getUint8(index) === 0 ? 0 : 1);
  }
}
