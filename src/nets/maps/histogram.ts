/** How many values lie in each of equal steps of a range; the first and the last step also count what lies beyond. */
export type Histogram = { readonly from: number; readonly to: number; readonly counts: Uint32Array };

/**
 * From where to where is counted: `bends` where activation functions bend (ReLU6 at 0 and 6, h-swish at -3 and 3); `reach` as
 * far as nearly all values reach, for ReLU, whose inputs no limit before it holds.
 */
export type CountedRange = 'bends' | 'reach';

/** The range of the bends, and the steps of every range. */
const counted = { end: 8, steps: 64 } as const;

/**
 * Counts values in steps of a quarter from -8 to 8, the same for every tensor, so that layers and frames compare; or from a
 * larger power of two, where values reach beyond twice that.
 * @param limit the magnitude below which nearly all values lie
 */
export function histogramOf(values: ArrayLike<number>, range: CountedRange = 'bends', limit = 0): Histogram {
  const to = range === 'reach' && limit > 2 * counted.end ? 2 ** Math.ceil(Math.log2(limit)) : counted.end;
  const { steps } = counted;
  const counts = new Uint32Array(steps);
  const perUnit = steps / (2 * to);
  for (let at = 0; at < values.length; at += 1) {
    const step = Math.min(Math.max(Math.floor(((values[at] ?? 0) + to) * perUnit), 0), steps - 1);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return { from: -to, to, counts };
}
