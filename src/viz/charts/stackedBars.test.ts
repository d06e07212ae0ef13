import { describe, expect, it } from 'vitest';
import { bandLength, scaleOf } from './axis';
import { stackedBars, totalOf } from './stackedBars';

const rows = [
  {
    id: 'small',
    parts: [
      { kind: 'a', value: 10 },
      { kind: 'b', value: 30 },
    ],
  },
  {
    id: 'large',
    parts: [
      { kind: 'a', value: 80 },
      { kind: 'b', value: 0 },
    ],
  },
] as const;

describe('stackedBars', () => {
  const lines = { kind: 'band', count: 2, size: 20, gap: 6 } as const;
  const bars = stackedBars(rows, {
    x: scaleOf({ kind: 'linear', domain: [0, Math.max(...rows.map(totalOf))], ticks: [] }, [0, 80]),
    y: scaleOf(lines, [0, bandLength(lines)]),
  });

  it('puts parts end to end on one scale, the longest bar taking the room that is left', () => {
    expect(bars.map(({ segments }) => segments.map(({ x, width }) => [x, width]))).toEqual([
      [
        [0, 10],
        [10, 30],
      ],
      [
        [0, 80],
        [80, 0],
      ],
    ]);
    expect(bars.map(({ end, total }) => [end, total])).toEqual([
      [40, 40],
      [80, 80],
    ]);
  });

  it('stacks bars without a gap after the last', () => {
    expect(bars.map(({ y }) => y)).toEqual([0, 26]);
    expect(bandLength(lines)).toBe(46);
  });
});
