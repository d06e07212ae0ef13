import { describe, expect, it } from 'vitest';
import { clockStep, wallClockResolutionMs } from './clockResolution';

describe('the resolution of a clock', () => {
  it('is the largest step that divides all differences between readings', () => {
    expect(clockStep([1_000_000n, 1_100_000n, 1_500_000n, 2_600_000n])).toBe(100_000n);
    expect(clockStep([7n, 12n, 20n])).toBe(1n);
  });

  it('does not depend on the order of readings, and is 0 if they never change', () => {
    expect(clockStep([300n, 100n, 200n])).toBe(100n);
    expect(clockStep([5n, 5n, 5n])).toBe(0n);
  });

  it('of the processor is the smallest change seen, without floating-point noise', () => {
    let reading = 0;
    const coarse = () => Math.floor((reading += 1) / 3) * 0.1;
    expect(wallClockResolutionMs(coarse)).toBe(0.1);
  });
});
