// Typed arrays share the order of their bytes, whichever it is, and are faster than a DataView.
const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** The largest number that float16 can hold. */
export const largestHalf = 65504;

/** The float32 whose bit pattern is `bits`. */
export function floatOfBits(bits: number): number {
  scratchBits[0] = bits;
  return scratch[0] ?? NaN;
}

/** The value of an IEEE 754 binary16 bit pattern; exact, since every half is a float32. */
export function floatOfHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return (sign === 0 ? 1 : -1) * fraction * 2 ** -24;
  const wideExponent = exponent === 0x1f ? 0xff : exponent - 15 + 127;
  return floatOfBits(sign | (wideExponent << 23) | (fraction << 13));
}

/** The value of every half, made when it is first needed: looking one up is four times as fast as computing it. */
let everyHalf: Float32Array | null = null;

/** The values of many IEEE 754 binary16 bit patterns. */
export function floatsOfHalves(halves: Uint16Array): Float32Array {
  everyHalf ??= Float32Array.from({ length: 2 ** 16 }, (_, half) => floatOfHalf(half));
  const floats = new Float32Array(halves.length);
  for (let index = 0; index < halves.length; index += 1) floats[index] = everyHalf[halves[index] ?? 0] ?? 0;
  return floats;
}

/**
 * The IEEE 754 binary16 bit pattern nearest to a float32 value, ties to even (IEEE 754-2019, 4.3.1):
 * infinity from 65520 upwards, zero at or below 2^-25.
 */
export function halfOf(value: number): number {
  scratch[0] = value;
  const bits = scratchBits[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  const exponent = (magnitude >>> 23) - 127;
  if (exponent > 15) return sign | 0x7c00;
  // Subnormal halves (below 2^-14) share one exponent, so each halving drops one more bit of the fraction.
  const dropped = exponent >= -14 ? 13 : Math.min(-1 - exponent, 31);
  const fraction = exponent >= -14 ? magnitude - ((127 - 15) << 23) : (magnitude & 0x7fffff) | 0x800000;
  const kept = fraction >>> dropped;
  const rest = fraction & ((1 << dropped) - 1);
  const halfway = 1 << (dropped - 1);
  // A carry out of the fraction increments the exponent, and turns the largest half into infinity: both are correct.
  return sign | (kept + (rest > halfway || (rest === halfway && kept % 2 === 1) ? 1 : 0));
}
