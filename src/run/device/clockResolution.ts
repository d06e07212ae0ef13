/**
 * The step that readings of a clock advance in: the greatest number that divides all their differences. Browsers coarsen
 * their clocks against eavesdropping, by how much differs. 0 when all readings are equal.
 * @param readings whole numbers in any unit, at least two
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

/** The least difference that `performance.now()` shows here, in milliseconds, from watching it change a few times. */
export function wallClockResolutionMs(now: () => number = () => performance.now()): number {
  const changes = 30;
  let least = Infinity;
  let before = now();
  for (let seen = 0; seen < changes;) {
    const reading = now();
    if (reading === before) continue;
    least = Math.min(least, reading - before);
    before = reading;
    seen += 1;
  }
  // Readings are sums of binary fractions: 0.00499999 is a step of 0.005.
  return Number(least.toPrecision(3));
}
