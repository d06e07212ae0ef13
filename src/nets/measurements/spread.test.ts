import { describe, expect, it } from 'vitest';
import { compareSpreads, medianOf, quantileOf, spreadOf } from './spread';

describe('the spread of measurements', () => {
  it('is the median between the quartiles, interpolated as NumPy does', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([10, 2, 8, 4, 6])).toEqual({ median: 6, low: 4, high: 8 });
  });

  it('of one measurement is that measurement, and of none is refused', () => {
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
    expect(() => spreadOf([])).toThrow('wanted at least 1');
  });

  it('has the mean of the middle two as the median of an even number', () => {
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([])).toBeNaN();
    expect(quantileOf([10, 2, 8, 4, 6], 0.75)).toBe(8);
  });

  it('tells two apart only where their middle halves do not overlap', () => {
    const spread = (low: number, high: number) => ({ median: (low + high) / 2, low, high });
    expect(compareSpreads(spread(1, 2), spread(3, 4))).toBe(-1);
    expect(compareSpreads(spread(3, 4), spread(1, 2))).toBe(1);
    expect(compareSpreads(spread(1, 3), spread(2, 4))).toBe(0);
  });
});
