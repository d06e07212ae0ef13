import { describe, expect, it } from 'vitest';
import { stackedBars } from './stackedBars';

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
  const { bars, height } = stackedBars(rows, { width: 200, left: 50, right: 70, barHeight: 20, gap: 6 });

  it('puts parts end to end on one scale, the longest bar taking the room that is left', () => {
    expect(bars.map(({ segments }) => segments.map(({ x, width }) => [x, width]))).toEqual([
      [
        [50, 10],
        [60, 30],
      ],
      [
        [50, 80],
        [130, 0],
      ],
    ]);
    expect(bars.map(({ end, total }) => [end, total])).toEqual([
      [90, 40],
      [130, 80],
    ]);
  });

  it('stacks bars without a gap after the last', () => {
    expect(bars.map(({ y }) => y)).toEqual([0, 26]);
    expect(height).toBe(46);
  });
});
