/** From `first` to `last` inclusive in steps of `step`, without the binary dust of repeated addition: 0.1, 0.2, 0.3. */
export function steps(first: number, last: number, step = 1): readonly number[] {
  const count = Math.floor((last - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => Number((first + index * step).toPrecision(12)));
}

/** The index of the entry of `values` (ascending) nearest to `value`; the smaller of two at the same distance. */
export function nearestIndex(values: readonly number[], value: number): number {
  let nearest = 0;
  let minDistance = Infinity;
  values.forEach((candidate, index) => {
    const distance = Math.abs(candidate - value);
    if (distance < minDistance) {
      nearest = index;
      minDistance = distance;
    }
  });
  return nearest;
}

/** The common divisors of whole numbers, ascending: the legal groups of a convolution. */
export function commonDivisors(...counts: readonly number[]): readonly number[] {
  return steps(1, Math.min(...counts)).filter((divisor) => counts.every((count) => count % divisor === 0));
}
