import { describe, expect, it } from 'vitest';
import { shuffleNetV2Experiments } from '../../nets/papers/shuffleNetV2';
import { dotRadius, speedRows } from './speedRows';

describe('speedRows', () => {
  it.each(['gpu', 'arm'] as const)('has every network of Table 8 once, slowest first, for %s', (platform) => {
    const { rows } = speedRows(platform, 564);
    const dots = rows.flatMap((row) => row.dots);
    expect(new Set(dots.map(({ network }) => network))).toEqual(new Set(shuffleNetV2Experiments.networks));
    for (const row of rows)
      expect(row.dots.map(({ speed }) => speed)).toEqual(row.dots.map(({ speed }) => speed).toSorted((a, b) => a - b));
    for (const { x } of dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThanOrEqual(564);
    }
  });

  it.each([274, 564, 924])('keeps dots from overlapping in %i px', (width) => {
    for (const platform of ['gpu', 'arm'] as const) {
      const { rows } = speedRows(platform, width);
      const dots = rows.flatMap((row) => row.dots);
      for (const [index, a] of dots.entries())
        for (const b of dots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * dotRadius);
    }
  });

  it('groups networks as the paper does: five or six within 20 % of each other’s multiply-adds', () => {
    for (const { dots } of speedRows('gpu', 640).rows) {
      const macs = dots.map(({ network }) => network.macsMillions);
      expect(Math.max(...macs) / Math.min(...macs)).toBeLessThan(1.2);
      expect([5, 6]).toContain(dots.length);
    }
  });

  it('shows up to 1.9 times the speed at equal multiply-adds on the GPU', () => {
    const spreads = speedRows('gpu', 640).rows.map(({ spread }) => Number(spread.toFixed(2)));
    expect(spreads).toEqual([1.51, 1.79, 1.91, 1.86]);
  });
});
