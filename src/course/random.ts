/** Numbers that a seed repeats. */
export type Random = {
  /** One of `items`, which are not empty. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
};

/** A generator of 32 bits (mulberry32, public domain): the same seed draws the same questions on every device. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { pick: (items) => items[Math.floor(next() * items.length)] ?? items[0] };
}
