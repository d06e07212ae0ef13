import { describe, expect, it } from 'vitest';
import { widthCurve } from './widthCurve';

const size = { width: 640, height: 320 };

describe('widthCurve', () => {
  it.each([24, 60, 120, 128, 240])(
    'touches its bound at 1:1 and stays above it elsewhere, at %i channels',
    (balanced) => {
      const { points, bound } = widthCurve({ balanced, resolution: 56 }, size);
      for (const { inChannels, memoryAccess, y } of points) {
        if (inChannels === balanced) expect([memoryAccess, y]).toEqual([bound.value, bound.y]);
        else expect(y).toBeLessThan(bound.y);
      }
    },
  );

  it('is symmetric: reading is as dear as writing', () => {
    const { points } = widthCurve({ balanced: 120, resolution: 28 }, size);
    const costs = points.map(({ memoryAccess }) => memoryAccess);
    expect(costs).toEqual([...costs].reverse());
  });

  it('lays the counted points on the curve that the formula draws', () => {
    const { points, path } = widthCurve({ balanced: 128, resolution: 56 }, size);
    const drawn = path
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    const [first] = points;
    const [x, y] = drawn[0] ?? [];
    expect(first?.x).toBeCloseTo(x ?? NaN, 6);
    expect(first?.y).toBeCloseTo(y ?? NaN, 2);
  });

  it('puts equal widths in the middle, inside the frame', () => {
    const { xTicks, left, right, points, height } = widthCurve({ balanced: 128, resolution: 56 }, size);
    expect(xTicks.find(({ label }) => label === '1:1')?.x).toBeCloseTo((left + right) / 2);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(left - 1e-6);
      expect(x).toBeLessThanOrEqual(right + 1e-6);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });
});
