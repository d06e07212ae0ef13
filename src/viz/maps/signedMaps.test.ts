import { describe, expect, test } from 'vitest';
import { grownPicture, signedPicture } from './signedMap';
import { inkOn, signedColour, type Rgb } from './signedRamp';

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

test('zero has the colour of the page, whatever the sign or the group', () => {
  for (const hue of [undefined, 200, 345]) {
    expect(signedColour(0, 'dark', hue)).toEqual([17, 20, 23]);
    expect(signedColour(0, 'light', hue)).toEqual([251, 250, 247]);
  }
});

test('maps of a layer are coloured into one picture, large ones by the mean of whole squares', () => {
  const [twos, none] = [new Float32Array(112 * 112).fill(2), new Float32Array(112 * 112)];
  const large = signedPicture(
    [
      { values: twos, limit: 2 },
      { values: none, limit: 0 },
    ],
    [112, 112],
    'light',
  );
  expect(large).toMatchObject({ width: 112, height: 56, atlas: { across: 2, width: 56, height: 56 } });
  expect([...large.data.slice(0, 4)]).toEqual([...signedColour(1, 'light'), 255]);
  expect([...large.data.slice(4 * 56, 4 * 57)]).toEqual([...signedColour(0, 'light'), 255]);
  const opposed = signedPicture(
    [{ values: Array.from({ length: 97 }, (_, at) => (at % 2 === 0 ? 1 : -1)), limit: 1 }],
    [1, 97],
    'dark',
  );
  expect(opposed.width).toBe(49);
  expect([...opposed.data.slice(0, 3)]).toEqual(signedColour(0, 'dark'));
});

test('a grown picture has a square of pixels for each', () => {
  const pixels = [1, 2, 3, 4, 5, 6];
  const grown = grownPicture({ width: 3, height: 2, data: new Uint8ClampedArray(Uint32Array.from(pixels).buffer) }, 2);
  expect([grown.width, grown.height]).toEqual([6, 4]);
  expect([...new Uint32Array(grown.data.buffer)]).toEqual(
    [
      [1, 1, 2, 2, 3, 3],
      [1, 1, 2, 2, 3, 3],
      [4, 4, 5, 5, 6, 6],
      [4, 4, 5, 5, 6, 6],
    ].flat(),
  );
});
