import type { Spread } from './spread';
import { spreadOf } from './spread';

/**
 * What each step took, from times of a network cut after ever later steps.
 *
 * A cut network is never faster than a shorter one, but its measured time may be: the medians are therefore replaced by
 * the nearest sequence that never falls (isotonic regression), and the steps are its differences: none is negative, and
 * they add up to the whole.
 * @param prefixes row k: the times with the first k steps, one for each round; row 0 is what starting alone takes
 * @returns a spread for every step. The quartiles are those of the differences within each round, but never leave out
 * the step's own time.
 */
export function prefixTimes(prefixes: readonly (readonly number[])[]): readonly Spread[] {
  const totals = neverFalling(prefixes.map((samples) => spreadOf(samples).median));
  return prefixes.slice(1).map((samples, step) => {
    const before = prefixes[step] ?? [];
    const median = (totals[step + 1] ?? 0) - (totals[step] ?? 0);
    const { low, high } = spreadOf(samples.map((time, round) => time - (before[round] ?? 0)));
    return { median, low: Math.max(0, Math.min(low, median)), high: Math.max(high, median) };
  });
}

/** The nearest sequence (least squares) that never falls: neighbours that do are pooled to their mean. */
export function neverFalling(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (let before = pools.at(-1); before !== undefined && meanOf(before) > meanOf(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array.from({ length: pool.count }, () => meanOf(pool)));
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
