import { expect, test } from 'vitest';
import { featureMapOf } from './featureMap';
import { ramp } from './ramp';
import { cornerAt, fittingTiling, indexAt, sizeOf, wholeTile } from './tiling';

const grey = (value: number) => [255 * value, 255 * value, 255 * value] as const;

test('a channel is drawn from its own least to its own greatest value', () => {
  // One row of two pixels with four channels.
  const maps = { shape: [1, 2, 4], values: new Float32Array([0, 10, 5, 5, 1, 30, 5, 5]) } as const;
  const reds = (channel: number) => [...featureMapOf(maps, channel, grey).data].filter((_, at) => at % 4 === 0);
  expect([0, 1, 2].map(reds)).toEqual([
    [0, 255],
    [0, 255],
    [0, 0],
  ]);
  expect(featureMapOf(maps, 1, grey)).toMatchObject({ least: 10, greatest: 30, width: 2, height: 1 });
});

test('the entries of a vector share the range from zero to the largest', () => {
  const vector = { shape: [1, 1, 3], values: new Float32Array([-2, 2, 4]) } as const;
  expect([0, 1, 2].map((channel) => featureMapOf(vector, channel, grey).data[0])).toEqual([0, 128, 255]);
});

test('the ramp begins and ends with its stops, and gets lighter throughout', () => {
  expect([ramp(0), ramp(0.5), ramp(1)]).toEqual([
    [16, 20, 28],
    [176, 92, 58],
    [255, 246, 222],
  ]);
  const lightness = Array.from({ length: 101 }, (_, at) => {
    const [red, green, blue] = ramp(at / 100);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(lightness.every((value, at) => at === 0 || value >= (lightness[at - 1] ?? 0))).toBe(true);
});

test.each([
  [16, 112],
  [1280, 7],
  [3, 224],
  [240, 28],
])('%d maps of %d pixels fit, apart from each other', (count, side) => {
  const tiling = fittingTiling(count, [side, side], { width: 800, maxHeight: 500 });
  const { width, height } = sizeOf(tiling, count);
  expect(width).toBeLessThanOrEqual(800);
  expect(height).toBeLessThanOrEqual(500);
  expect(tiling.gap).toBeGreaterThanOrEqual(3);
  for (const channel of [0, 1, count - 1]) {
    const { x, y } = cornerAt(tiling, channel);
    expect(indexAt(tiling, count, x + 1, y + 1)).toBe(channel);
  }
  expect(indexAt(tiling, count, -1, 5)).toBeNull();
  expect(indexAt(tiling, count, 5, height + tiling.gap + 1)).toBeNull();
});

test('a map grows by whole pixels, and one of more than 96 values a side is reduced before', () => {
  expect([7, 14, 28, 55, 56, 112, 224].map((side) => wholeTile(250, side))).toEqual([
    245, 238, 224, 220, 224, 224, 225,
  ]);
  expect(wholeTile(40, 56)).toBe(40);
});
