import { describe, expect, it } from 'vitest';
import type { Compared } from './paperVerdict';
import { guessScore, paperVerdict } from './paperVerdict';
import type { Spread } from './spread';

/** A time with quartiles 3 % below and above. */
function about(median: number): Spread {
  return { median, low: 0.97 * median, high: 1.03 * median };
}

function compared(
  ...rows: readonly (readonly [id: string, paperSpeed: number, timeMs: number])[]
): readonly Compared[] {
  return rows.map(([id, paperSpeed, timeMs]) => ({ id, paperSpeed, time: about(timeMs) }));
}

describe('whether this device agrees with the paper', () => {
  it('agrees where every order is the same', () => {
    const { verdict, pairs } = paperVerdict(compared(['1:1', 1480, 10], ['1:2', 1296, 12], ['1:6', 876, 15]));
    expect(verdict).toBe('agrees');
    expect(pairs).toHaveLength(3);
  });

  it('disagrees where most orders are reversed, and the pairs say which', () => {
    const { verdict, pairs } = paperVerdict(compared(['1', 40, 15], ['2', 35, 12], ['4', 30, 10]));
    expect(verdict).toBe('disagrees');
    expect(pairs).toContainEqual({ faster: '1', slower: '4', here: 'opposes' });
  });

  it('agrees partly where some are reversed', () => {
    expect(paperVerdict(compared(['a', 40, 10], ['b', 35, 14], ['c', 30, 12])).verdict).toBe('partly');
  });

  it('is undecided where times overlap or are almost equal', () => {
    expect(paperVerdict(compared(['a', 40, 10], ['b', 35, 10.3])).verdict).toBe('undecided');
    const exact = (median: number): Spread => ({ median, low: median, high: median });
    const rows = [
      { id: 'a', paperSpeed: 40, time: exact(10) },
      { id: 'b', paperSpeed: 35, time: exact(10.1) },
    ];
    expect(paperVerdict(rows).verdict).toBe('undecided');
  });

  it('is undecided where there is nothing to compare, or fewer than half of the orders are clear', () => {
    expect(paperVerdict(compared(['a', 40, 10])).verdict).toBe('undecided');
    expect(paperVerdict([]).verdict).toBe('undecided');
    // Only a and d are clearly apart: one of three orders.
    expect(paperVerdict(compared(['a', 40, 10], ['b', 35, 10.3], ['d', 30, 10.6])).verdict).toBe('undecided');
    // Two of three.
    expect(paperVerdict(compared(['a', 40, 10], ['b', 35, 10.3], ['d', 30, 12])).verdict).toBe('agrees');
  });

  it('ignores speeds that are a draw in the paper', () => {
    expect(paperVerdict(compared(['two', 38.6, 12], ['four', 38.4, 10])).pairs).toEqual([]);
  });
});

describe('a guessed order', () => {
  const times = new Map([
    ['a', about(10)],
    ['b', about(20)],
    ['c', about(20.2)],
  ]);

  it('is scored by the pairs that differ clearly', () => {
    expect(guessScore(['a', 'b', 'c'], times)).toEqual({ right: 2, decided: 2 });
    expect(guessScore(['c', 'b', 'a'], times)).toEqual({ right: 0, decided: 2 });
    expect(guessScore(['b', 'a', 'c'], times)).toEqual({ right: 1, decided: 2 });
  });

  it('scores nothing for networks that were not measured', () => {
    expect(guessScore(['a', 'unknown'], times)).toEqual({ right: 0, decided: 0 });
  });
});
