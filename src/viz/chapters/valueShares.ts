/** Fractions of some values. */
export type ValueShares = { readonly zeros: number; readonly sixes: number; readonly negatives: number };

/** How many of some values are exactly 0 and 6, as ReLU6 leaves them, and how many are below 0. */
export function valueShares(values: ArrayLike<number>): ValueShares {
  let [zeros, sixes, negatives] = [0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value === 0) zeros += 1;
    else if (value === 6) sixes += 1;
    else if (value < 0) negatives += 1;
  }
  const count = Math.max(1, values.length);
  return { zeros: zeros / count, sixes: sixes / count, negatives: negatives / count };
}

/** Values in equal bins from -8 to 8; what lies beyond is in the outer ones. */
export type Histogram = {
  /** The fraction in each bin. */
  readonly bins: readonly number[];
  /** Fractions at most -3, between, and at least 3: where h-swish writes 0, bends, and passes the value on. */
  readonly below: number;
  readonly between: number;
  readonly above: number;
};

export const histogramReach = 8;

export function histogramOf(values: ArrayLike<number>, count: number): Histogram {
  const bins = Array.from({ length: count }, () => 0);
  let [below, above] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const bin = Math.floor(((value + histogramReach) / (2 * histogramReach)) * count);
    const kept = Math.min(Math.max(bin, 0), count - 1);
    bins[kept] = (bins[kept] ?? 0) + 1 / values.length;
    if (value <= -3) below += 1 / values.length;
    if (value >= 3) above += 1 / values.length;
  }
  return { bins, below, between: Math.max(0, 1 - below - above), above };
}
