/** The part of a map's values that the scale holds; single pixels at a border beyond it would dim all others. */
const held = 0.995;

/** A map never gets a scale narrower than this part of its layer's: what hardly varies must not shine. */
const leastPart = 0.2;

/** The magnitude below which all but the largest 0.5 % of some values lie. */
export function magnitudeLimit(values: ArrayLike<number>): number {
  const magnitudes = Float64Array.from(values, Math.abs).sort();
  return magnitudes[Math.min(magnitudes.length - 1, Math.floor(magnitudes.length * held))] ?? 0;
}

/**
 * The value at which a map has the scale's strongest colour: its own limit, but at least a fifth of that of its layer. 0 for
 * a map without values.
 */
export function mapLimit(values: ArrayLike<number>, layerLimit: number): number {
  return Math.max(magnitudeLimit(values), leastPart * layerLimit);
}
