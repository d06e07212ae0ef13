import { describe, expect, it } from 'vitest';
import { scaleOf } from './axis';
import { rooflineOf, type RooflineDatum } from './roofline';

/** 100 G multiply-adds a second over 20 GB a second: the ridge is at 5 MACs per byte. */
const peaks = { macsPerSecond: 100e9, bytesPerSecond: 20e9 };

function placed(layers: readonly RooflineDatum[]) {
  const roofline = rooflineOf(layers, peaks);
  const [x, y] = [scaleOf(roofline.x, [0, 400]), scaleOf(roofline.y, [300, 0])];
  const points = layers.map(({ intensity, macsPerSecond }) => ({ px: x.at(intensity), py: y.at(macsPerSecond) }));
  return { ...roofline, ridgeAt: { px: x.at(roofline.ridge), py: y.at(peaks.macsPerSecond) }, points };
}

describe('the roofline', () => {
  it('has its ridge where the bandwidth just feeds the arithmetic', () => {
    const { ridge, roof } = rooflineOf([{ id: 'a', intensity: 0.5, macsPerSecond: 5e9 }], peaks);
    expect(ridge).toBe(5);
    expect(roof).toHaveLength(3);
    expect(roof[1]).toEqual({ x: ridge, y: peaks.macsPerSecond });
  });

  it('puts a layer that is as fast as its memory allows onto the slope, and one at the peak onto the level', () => {
    const { points, ridgeAt } = placed([
      { id: 'bound by memory', intensity: 0.5, macsPerSecond: 10e9 },
      { id: 'at the peak', intensity: 50, macsPerSecond: 100e9 },
    ]);
    const [slope, level] = points;
    // A decade to the left of the ridge is a decade below it; here 200 px and 300 px a decade.
    expect((ridgeAt.px - (slope?.px ?? 0)) / 400).toBeCloseTo(1 / 3, 6);
    expect(slope?.py).toBeCloseTo(300, 6);
    expect(level?.py).toBeCloseTo(ridgeAt.py, 6);
  });

  it('keeps everything inside its box, with whole decades as ticks', () => {
    const { points, x, y } = placed([
      { id: 'slow', intensity: 0.03, macsPerSecond: 2e6 },
      { id: 'above the roof', intensity: 300, macsPerSecond: 300e9 },
    ]);
    for (const { px, py } of points) {
      expect(px).toBeGreaterThanOrEqual(0);
      expect(px).toBeLessThanOrEqual(400);
      expect(py).toBeGreaterThanOrEqual(0);
      expect(py).toBeLessThanOrEqual(300);
    }
    expect(x.ticks.map((value) => Math.round(Math.log10(value)))).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(y.ticks.at(-1)).toBe(y.domain[1]);
  });
});
