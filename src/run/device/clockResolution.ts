/**
 * The resolution of a clock: the greatest common divisor of the differences between its readings, or 0 when all are
 * equal. Browsers coarsen their clocks against timing attacks, each by a different amount.
 * @param readings integers in any unit, at least two
 */
export function clockStep(readings: readonly bigint[]): bigint {
  const [first = 0n, ...others] = readings;
  return others.reduce((step, reading) => greatestCommonDivisor(step, reading - first), 0n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The resolution of `performance.now()` in milliseconds, found by watching it change a few times. */
export function wallClockResolutionMs(now: () => number = () => performance.now()): number {
  const changes = 30;
  let smallest = Infinity;
  let before = now();
  for (let seen = 0; seen < changes;) {
    const reading = now();
    if (reading === before) continue;
    smallest = Math.min(smallest, reading - before);
    before = reading;
    seen += 1;
  }
  // Readings are binary fractions: 0.00499999 means a step of 0.005.
  return Number(smallest.toPrecision(3));
}
