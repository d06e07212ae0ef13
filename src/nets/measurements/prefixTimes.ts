import type { Spread } from './spread';
import { spreadOf } from './spread';

/**
 * The time of each step, from the times of the network cut after 0, 1, 2, ... steps.
 *
 * A longer prefix takes at least as long as a shorter one, but can be measured as faster. Isotonic regression replaces
 * the medians by the nearest sequence that never falls; its differences are the times of the steps: none is negative,
 * and they add up to the total.
 * @param prefixes row k: the times of the first k steps, one for each round; row 0 is the overhead of a run
 * @returns a spread for each step, with the quartiles of the differences within each round, widened to include the
 * step's time
 */
export function prefixTimes(prefixes: readonly (readonly number[])[]): readonly Spread[] {
  const totals = isotonicFit(prefixes.map((samples) => spreadOf(samples).median));
  return prefixes.slice(1).map((samples, step) => {
    const before = prefixes[step] ?? [];
    const median = (totals[step + 1] ?? 0) - (totals[step] ?? 0);
    const { low, high } = spreadOf(samples.map((time, round) => time - (before[round] ?? 0)));
    return { median, low: Math.max(0, Math.min(low, median)), high: Math.max(high, median) };
  });
}

/** The nearest sequence (least squares) that never falls: neighbours that fall are pooled to their mean. */
export function isotonicFit(values: readonly number[]): readonly number[] {
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
