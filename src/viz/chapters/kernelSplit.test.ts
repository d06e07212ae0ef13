import { describe, expect, it } from 'vitest';
import { kernelSplitAt } from './kernelSplit';

const bank = { inChannels: 6, outChannels: 8, kernel: 3 };

describe('kernelSplitAt', () => {
  it('starts with everything in the bank of kernels', () => {
    const { standard, depthwise } = kernelSplitAt(bank, 0, 600);
    expect(standard).toHaveLength(48);
    expect(depthwise).toEqual(standard);
  });

  it('ends with one kernel for each input channel, all of its outputs on top of each other', () => {
    const { depthwise, right } = kernelSplitAt(bank, 1, 600);
    const places = new Set(depthwise.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(bank.inChannels);
    expect(Math.min(...depthwise.map(({ x }) => x))).toBe(right);
  });

  it('ends with a single weight for each pair, a ninth of the area of a kernel', () => {
    const { pointwise, depthwise } = kernelSplitAt(bank, 1, 600);
    expect(new Set(pointwise.map(({ x, y }) => `${x} ${y}`)).size).toBe(48);
    expect((depthwise[0]?.size ?? 0) ** 2 / (pointwise[0]?.size ?? 1) ** 2).toBeCloseTo(9);
  });

  it('keeps both halves apart and inside a phone', () => {
    const { standard, pointwise, depthwise, right } = kernelSplitAt(bank, 1, 358);
    expect(Math.max(...standard.map(({ x, size }) => x + size))).toBeLessThan(right);
    expect(Math.max(...[...pointwise, ...depthwise].map(({ x, size }) => x + size))).toBeLessThanOrEqual(358);
  });
});
