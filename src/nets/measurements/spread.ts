/** The median of repeated measurements and their quartiles: half of them are between `low` and `high`. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/**
 * Quartiles by linear interpolation between the sorted samples, as R and NumPy do by default (type 7).
 * @throws RangeError without samples
 */
export function spreadOf(samples: readonly number[]): Spread {
  if (samples.length === 0) throw new RangeError('spread: no samples (got 0, wanted at least 1)');
  const sorted = samples.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** The middle value; of an even number, the mean of the middle two. NaN without samples. */
export function medianOf(samples: readonly number[]): number {
  return quantileOf(samples, 0.5);
}

/** The value that `fraction` of the samples do not exceed, interpolated as in `spreadOf`. NaN without samples. */
export function quantileOf(samples: readonly number[], fraction: number): number {
  return quantile(
    samples.toSorted((a, b) => a - b),
    fraction,
  );
}

/** -1 where the middle half of `a` is below that of `b`, 1 where it is above, 0 where they overlap. */
export function compareSpreads(a: Spread, b: Spread): -1 | 0 | 1 {
  if (a.high < b.low) return -1;
  return a.low > b.high ? 1 : 0;
}

function quantile(sorted: readonly number[], fraction: number): number {
  const position = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (position - Math.floor(position)) * (above - below);
}
