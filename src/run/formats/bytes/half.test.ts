import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatOfBits, floatOfHalf, halfOf } from './half';

const allHalves = Array.from({ length: 0x10000 }, (_, bits) => bits);

describe('half precision', () => {
  it.each([
    [0x0000, 0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
  ])('0x%s is %d', (bits, value) => {
    expect(floatOfHalf(bits)).toBe(value);
    expect(halfOf(value)).toBe(bits);
  });

  it('returns every half unchanged after a round trip', () => {
    const changed = allHalves.filter((bits) => !Number.isNaN(floatOfHalf(bits)) && halfOf(floatOfHalf(bits)) !== bits);
    expect(changed).toEqual([]);
  });

  it('keeps NaN', () => {
    expect(floatOfHalf(halfOf(NaN))).toBeNaN();
  });

  it.each([
    ['halfway between 1 and the next half, down to even', 1 + 2 ** -11, 0x3c00],
    ['halfway between the next two halves, up to even', 1 + 3 * 2 ** -11, 0x3c02],
    ['just above halfway, up', 1 + 2 ** -11 + 2 ** -20, 0x3c01],
    ['just below halfway to infinity, down', 65519, 0x7bff],
    ['halfway to infinity, up', 65520, 0x7c00],
    ['halfway between zero and the smallest half, to zero', 2 ** -25, 0],
    ['just above halfway between zero and the smallest half, up', 2 ** -25 + 2 ** -40, 1],
    ['halfway between the two smallest halves, to even', 3 * 2 ** -25, 2],
    ['as small as the smallest float32, to zero', 2 ** -149, 0],
  ])('rounds a value %s', (_, value, bits) => {
    expect(halfOf(value)).toBe(bits);
    expect(halfOf(-value)).toBe(bits | 0x8000);
  });

  it('rounds any float32 to the nearest half', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: -65519, max: 65519 }), (value) => {
        const bits = halfOf(value);
        const distance = Math.abs(floatOfHalf(bits) - value);
        const neighbours = [bits - 1, bits + 1].filter((other) => (other & 0x7fff) <= 0x7bff && other >= 0);
        for (const other of neighbours) {
          if (Math.sign(floatOfHalf(other)) * Math.sign(value) < 0) continue;
          expect(distance).toBeLessThanOrEqual(Math.abs(floatOfHalf(other) - value));
        }
      }),
    );
  });
});

describe('floatOfBits', () => {
  it('returns the float32 with a bit pattern', () => {
    expect(floatOfBits(0x3f800000)).toBe(1);
    expect(floatOfBits(0xc0490fdb | 0)).toBe(Math.fround(-Math.PI));
  });
});
