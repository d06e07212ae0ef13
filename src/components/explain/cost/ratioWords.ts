/** How two amounts compare, for a sentence: how many times, or by how many per cent where they are near each other. */
export type RatioWords =
  | { readonly kind: 'same' | 'none' }
  | { readonly kind: 'timesFewer' | 'timesMore'; readonly times: number }
  | { readonly kind: 'percentLess' | 'percentMore'; readonly percent: number };

/**
 * Compares an amount with another: `timesFewer` 8.9 where the other is 8.9 times as large, `percentLess` 4 where the two are
 * nearly equal, and `none` where one of them is zero, which no factor describes.
 */
export function ratioWords(amount: number, other: number): RatioWords {
  if (amount === other) return { kind: 'same' };
  if (amount === 0 || other === 0) return { kind: 'none' };
  const times = Math.max(amount / other, other / amount);
  const isFewer = amount < other;
  // Nobody says ‘1.4× fewer’.
  if (times >= (isFewer ? 2 : 1.2))
    return { kind: isFewer ? 'timesFewer' : 'timesMore', times: Number(times.toPrecision(times < 10 ? 2 : 3)) };
  const percent = Math.abs(1 - amount / other) * 100;
  return { kind: isFewer ? 'percentLess' : 'percentMore', percent: Number(percent.toPrecision(percent < 1 ? 1 : 2)) };
}
