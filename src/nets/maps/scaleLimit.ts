/** The part of a map's values that the scale holds; single pixels at a border beyond it would dim all others. */
const held = 0.995;

/** A map never gets a scale narrower than this part of its layer's: what hardly varies must not shine. */
const leastPart = 0.2;

/** Steps through a list so that neither rows nor channels repeat: the golden ratio's fraction. */
const spread = (Math.sqrt(5) - 1) / 2;

/** The magnitude below which all but the largest 0.5 % of some values lie; of more than `sampled`, of so many of them. */
export function magnitudeLimit(values: ArrayLike<number>, sampled = 4096): number {
  const count = Math.min(values.length, sampled);
  const magnitudes = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const index = values.length <= sampled ? at : Math.floor(((at * spread) % 1) * values.length);
    magnitudes[at] = Math.abs(values[index] ?? 0);
  }
  magnitudes.sort();
  return magnitudes[Math.min(count - 1, Math.floor(count * held))] ?? 0;
}

/**
 * The value at which a map has the scale's strongest colour: its own limit, but at least a fifth of that of its layer. 0 for
 * a map without values.
 */
export function mapLimit(values: ArrayLike<number>, layerLimit: number, sampled = 4096): number {
  return Math.max(magnitudeLimit(values, sampled), leastPart * layerLimit);
}
