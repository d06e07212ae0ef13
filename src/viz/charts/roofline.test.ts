import { describe, expect, it } from 'vitest';
import { rooflineOf } from './roofline';

const box = { width: 400, height: 300 };
/** 100 G multiply-adds a second over 20 GB a second: the ridge is at 5 MACs per byte. */
const peaks = { macsPerSecond: 100e9, bytesPerSecond: 20e9 };

describe('the roofline', () => {
  it('has its ridge where the bandwidth just feeds the arithmetic', () => {
    const { ridge, roof } = rooflineOf([{ id: 'a', intensity: 0.5, macsPerSecond: 5e9 }], peaks, box);
    expect(ridge.intensity).toBe(5);
    expect(roof.split('L')).toHaveLength(3);
    expect(roof).toContain(`L${ridge.x},${ridge.y}`);
  });

  it('puts a layer that is as fast as its memory allows onto the slope, and one at the peak onto the level', () => {
    const { points, ridge } = rooflineOf(
      [
        { id: 'bound by memory', intensity: 0.5, macsPerSecond: 10e9 },
        { id: 'at the peak', intensity: 50, macsPerSecond: 100e9 },
      ],
      peaks,
      box,
    );
    const [slope, level] = points;
    // A decade to the left of the ridge is a decade below it; here 200 px and 300 px a decade.
    expect((ridge.x - (slope?.x ?? 0)) / 400).toBeCloseTo(1 / 3, 6);
    expect(slope?.y).toBeCloseTo(300, 6);
    expect(level?.y).toBeCloseTo(ridge.y, 6);
  });

  it('keeps everything inside its box, with whole decades as ticks', () => {
    const { points, xTicks, yTicks } = rooflineOf(
      [
        { id: 'slow', intensity: 0.03, macsPerSecond: 2e6 },
        { id: 'above the roof', intensity: 300, macsPerSecond: 300e9 },
      ],
      peaks,
      box,
    );
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(400);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(300);
    }
    expect(xTicks.map(({ value }) => Math.round(Math.log10(value)))).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(yTicks.at(-1)?.at).toBe(0);
  });
});
