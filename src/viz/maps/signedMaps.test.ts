import { describe, expect, test } from 'vitest';
import { distinctMaps, heldMaps } from './distinctMaps';
import { magnitudeLimit, mapLimit } from './scaleLimit';
import { signedPicture } from './signedMap';
import { inkOn, signedColour } from './signedRamp';
import type { Rgb } from './ramp';

function lightnessOf([red, green, blue]: Rgb): number {
  const linear = [red, green, blue].map((value) => (value / 255) ** 2.2);
  return Math.cbrt(0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0));
}

describe.each(['light', 'dark'] as const)('on a %s ground', (ground) => {
  test.each([1, -1])('lightness runs one way from zero to the limit (sign %d)', (sign) => {
    const along = Array.from({ length: 101 }, (_, at) => lightnessOf(signedColour((sign * at) / 100, ground)));
    const direction = ground === 'dark' ? 1 : -1;
    expect(along.every((value, at) => at === 0 || direction * (value - (along[at - 1] ?? 0)) > -0.004)).toBe(true);
    expect(Math.abs((along[100] ?? 0) - (along[0] ?? 0))).toBeGreaterThan(0.45);
  });

  test('positive is warmer than negative from a quarter of the range up', () => {
    for (const share of [0.25, 0.5, 0.75, 1]) {
      const [[red, , blue], [coldRed, , coldBlue]] = [signedColour(share, ground), signedColour(-share, ground)];
      expect(red - blue).toBeGreaterThan(30);
      expect(coldBlue - coldRed).toBeGreaterThan(30);
    }
  });

  test('values beyond the limit keep its colour, and numbers are readable on every colour', () => {
    expect(signedColour(7, ground)).toEqual(signedColour(1, ground));
    for (let share = -1; share <= 1; share += 0.05) {
      const colour = signedColour(share, ground);
      const [dark, light] = [lightnessOf(colour), 1];
      expect(inkOn(colour) === '#000' ? dark : light - dark).toBeGreaterThan(0.35);
    }
  });
});

test('the limit leaves out single extreme values, and a flat map is dim beside its layer', () => {
  const values = Array.from({ length: 1000 }, (_, at) => (at === 0 ? 1000 : 1));
  expect(magnitudeLimit(values)).toBe(1);
  expect(mapLimit([0.01, -0.01], 1)).toBeCloseTo(0.2);
  expect(mapLimit([], 0)).toBe(0);
});

test('a large map is reduced by the mean of whole squares, a small one is not', () => {
  const large = signedPicture({
    width: 112,
    height: 112,
    values: new Float32Array(112 * 112).fill(2),
    limit: 2,
    ground: 'light',
  });
  expect([large.width, large.height]).toEqual([56, 56]);
  expect([...large.data.slice(0, 3)]).toEqual(signedColour(1, 'light'));
  const opposed = signedPicture({
    width: 97,
    height: 1,
    values: Array.from({ length: 97 }, (_, at) => (at % 2 === 0 ? 1 : -1)),
    limit: 1,
    ground: 'dark',
  });
  expect(opposed.width).toBe(49);
  expect([...opposed.data.slice(0, 3)]).toEqual(signedColour(0, 'dark'));
});

describe('the maps to show', () => {
  const wave = (length: number, of: (at: number) => number) => Array.from({ length }, (_, at) => of(at));
  const maps = [
    wave(64, (at) => 10 * Math.sin(at)),
    wave(64, (at) => 9 * Math.sin(at) + 3), // a copy of the first
    wave(64, (at) => 5 * Math.cos(3 * at)),
    wave(64, () => 50), // flat
  ];

  test('vary over the picture, and are no copies of each other', () => {
    expect(distinctMaps(maps, 2)).toEqual([0, 2]);
  });

  test('are all maps where there are not more', () => {
    expect([...distinctMaps(maps, 9)].sort()).toEqual([0, 1, 2, 3]);
  });

  test('stay while they show nearly as much as a fresh choice', () => {
    expect(heldMaps([1, 2], [0, 2], maps)).toEqual([1, 2]);
    expect(heldMaps([2, 3], [0, 2], maps)).toEqual([0, 2]);
  });
});
