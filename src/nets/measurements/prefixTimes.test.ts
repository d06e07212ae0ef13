import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonicFit, prefixTimes } from './prefixTimes';

describe('times by prefixes', () => {
  it('are the differences between networks cut one step apart', () => {
    const medians = prefixTimes([
      [1, 1, 1],
      [3, 3, 3],
      [3.5, 3.5, 3.5],
    ]).map(({ median }) => median);
    expect(medians).toEqual([2, 0.5]);
  });

  it('are never negative, even where a longer network was measured as faster', () => {
    const [first, second, third] = prefixTimes([[0], [4], [3], [6]]);
    expect([first?.median, second?.median, third?.median]).toEqual([3.5, 0, 2.5]);
    expect(second).toEqual({ median: 0, low: 0, high: 0 });
  });

  it('have the spread of the rounds', () => {
    const [step] = prefixTimes([
      [0, 0, 0, 0, 0],
      [1, 2, 3, 4, 5],
    ]);
    expect(step).toEqual({ median: 3, low: 2, high: 4 });
  });

  it('never fall, keep their mean, and leave a rising sequence unchanged', () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    fc.assert(
      fc.property(numbers, (values) => {
        const smooth = isotonicFit(values);
        expect(smooth.every((value, index) => index === 0 || value >= (smooth[index - 1] ?? 0) - 1e-9)).toBe(true);
        expect(sum(smooth)).toBeCloseTo(sum(values), 6);
        const rising = values.toSorted((a, b) => a - b);
        expect(isotonicFit(rising)).toEqual(rising);
      }),
    );
  });
});
