/** How many values lie in each of equal steps of a range; the first and the last step also count what lies beyond. */
export type Histogram = { readonly from: number; readonly to: number; readonly counts: Uint32Array };

/** Where activation functions bend: ReLU6 at 0 and 6, h-swish at -3 and 3. */
const range = { from: -8, to: 8, steps: 64 } as const;

/** Counts values in steps of a quarter from -8 to 8, the same for every tensor, so that layers and frames compare. */
export function histogramOf(values: ArrayLike<number>): Histogram {
  const { from, to, steps } = range;
  const counts = new Uint32Array(steps);
  const perUnit = steps / (to - from);
  for (let at = 0; at < values.length; at += 1) {
    const step = Math.min(Math.max(Math.floor(((values[at] ?? 0) - from) * perUnit), 0), steps - 1);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return { from, to, counts };
}
