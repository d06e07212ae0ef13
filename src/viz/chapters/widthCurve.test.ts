import { describe, expect, it } from 'vitest';
import { widthCurve } from './widthCurve';

describe('widthCurve', () => {
  it.each([24, 60, 120, 128, 240])(
    'touches its bound at 1:1 and stays above it elsewhere, at %i channels',
    (balanced) => {
      const { points, bound } = widthCurve({ balanced, resolution: 56 });
      for (const { inChannels, memoryAccess } of points) {
        if (inChannels === balanced) expect(memoryAccess).toBe(bound);
        else expect(memoryAccess).toBeGreaterThan(bound);
      }
    },
  );

  it('is symmetric: a read costs as much as a write', () => {
    const { points } = widthCurve({ balanced: 120, resolution: 28 });
    const costs = points.map(({ memoryAccess }) => memoryAccess);
    expect(costs).toEqual([...costs].reverse());
  });

  it('puts the counted points on the curve of the formula', () => {
    const { points, line } = widthCurve({ balanced: 128, resolution: 56 });
    const [drawn] = line;
    const counted = points.find(({ x }) => x === drawn?.x);
    expect(counted?.y).toBeCloseTo(drawn?.y ?? NaN, 6);
  });

  it('puts equal widths at 1:1, and every point inside the axes', () => {
    const { x, y, points } = widthCurve({ balanced: 128, resolution: 56 });
    expect(points.find(({ inChannels }) => inChannels === 128)?.x).toBe(1);
    expect(x.ticks).toContain(1);
    for (const point of points) {
      expect(point.x).toBeGreaterThanOrEqual(x.domain[0]);
      expect(point.x).toBeLessThanOrEqual(x.domain[1]);
      expect(point.y).toBeGreaterThan(0);
      expect(point.y).toBeLessThan(y.domain[1]);
    }
  });
});
