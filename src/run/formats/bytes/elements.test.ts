import { expect, test } from 'vitest';
import { elementBytes, elementReader, floatsOf, type ElementType } from './elements';

/** Two elements of each type in little-endian bytes, written out by hand from IEEE 754 and two's complement. */
const elements: readonly (readonly [ElementType, readonly number[], readonly number[]])[] = [
  ['F64', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0], [1.5, -2]],
  ['F32', [0, 0, 0xc0, 0x3f, 0, 0, 0, 0xc0], [1.5, -2]],
  ['F16', [0, 0x3e, 0, 0xc0], [1.5, -2]],
  ['BF16', [0xc0, 0x3f, 0, 0xc0], [1.5, -2]],
  ['I64', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 1, 0, 0, 0], [-1, 2 ** 32 + 2]],
  ['U64', [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0], [2 ** 32 - 1, 2 ** 32 + 2]],
  ['I32', [0xfe, 0xff, 0xff, 0xff, 1, 2, 0, 0], [-2, 513]],
  ['U32', [0xfe, 0xff, 0xff, 0xff, 1, 2, 0, 0], [2 ** 32 - 2, 513]],
  ['I16', [0xfe, 0xff, 1, 2], [-2, 513]],
  ['U16', [0xfe, 0xff, 1, 2], [65_534, 513]],
  ['I8', [0xfe, 3], [-2, 3]],
  ['U8', [0xfe, 3], [254, 3]],
  ['BOOL', [0, 7], [0, 1]],
];

test.each(elements)('%s is read element by element, wherever it begins', (type, bytes, values) => {
  const within = new Uint8Array([9, ...bytes, 9]).subarray(1, 1 + bytes.length);
  const read = elementReader(type, within);
  expect([read(0), read(1)]).toEqual(values);
  expect(elementBytes[type]).toBe(bytes.length / 2);
});

test.each(elements)('%s becomes 32-bit floats', (type, bytes, values) => {
  const within = new Uint8Array([9, ...bytes, 9]).subarray(1, 1 + bytes.length);
  expect([...floatsOf(type, within)]).toEqual([...Float32Array.from(values)]);
});
