import type { Spread } from './spread';
import { medianOf, spreadOf } from './spread';

/**
 * What a whole run takes beyond the sum of its steps; negative where the steps take longer by themselves. `median` is the
 * difference of the two figures that are shown, so that they add up; `low` and `high` are the quartiles of the
 * differences within each round, widened to include it.
 * @param wholeMs the time of a whole run, one for each round
 * @param sumsMs the sum of the steps' times in each round
 * @param sumMs the sum of the steps' times as shown
 */
export function timeBetween(wholeMs: readonly number[], sumsMs: readonly number[], sumMs: number): Spread {
  const median = medianOf(wholeMs) - sumMs;
  const { low, high } = spreadOf(wholeMs.map((whole, round) => whole - (sumsMs[round] ?? sumMs)));
  return { median, low: Math.min(low, median), high: Math.max(high, median) };
}
