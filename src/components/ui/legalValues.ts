/** The position of the entry of `values` nearest to `value`; of two equally near, the smaller. `values` ascend. */
export function nearestIndex(values: readonly number[], value: number): number {
  let nearest = 0;
  let leastDistance = Infinity;
  values.forEach((candidate, index) => {
    const distance = Math.abs(candidate - value);
    if (distance < leastDistance) {
      nearest = index;
      leastDistance = distance;
    }
  });
  return nearest;
}

/** From `min` to `max` inclusive in steps of `step`, without the binary dust of repeated addition: 0.1, 0.2, 0.3. */
export function steppedValues(min: number, max: number, step: number): readonly number[] {
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(count, 1) }, (_, index) => Number((min + index * step).toPrecision(12)));
}
