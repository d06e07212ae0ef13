import { expect, test } from 'vitest';
import { channelStripsOf } from './channelStrips';
import { narrowFeaturesOf } from './narrowFeatures';

const features = narrowFeaturesOf({ dimensions: 3, seed: 1, radius: 3, pointCount: 40 });

function heights(path: string): readonly number[] {
  return [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
}

test('there is a strip for every channel, inside its height', () => {
  const strips = channelStripsOf(features, 'relu', 100, 20);
  expect(strips).toHaveLength(3);
  for (const { passed, cut } of strips)
    for (const y of [...heights(passed), ...heights(cut)]) expect(y >= 1 && y <= 19).toBe(true);
});

test('ReLU passes only positive values and clips only negative ones', () => {
  for (const { passed, cut } of channelStripsOf(features, 'relu', 100, 20)) {
    expect(Math.max(...heights(passed))).toBeLessThanOrEqual(10);
    const [firstCut = ''] = cut.split('Z');
    expect(Math.max(...heights(firstCut))).toBeGreaterThan(10);
  }
});

test('without an activation nothing is clipped', () => {
  for (const { cut } of channelStripsOf(features, 'linear', 100, 20)) {
    const ys = heights(cut);
    // Upper and lower edge are the same line, there and back.
    expect(ys).toEqual([...ys].reverse());
  }
});
