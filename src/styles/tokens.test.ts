import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// WCAG 2.2: text needs a contrast of 4.5:1 against its background (1.4.3), meaningful graphics 3:1 (1.4.11).

const tokens = readTokens();
const kinds = [...tokens.keys()].flatMap((name) => /^op-(\w+)$/.exec(name)?.[1] ?? []);

test.each(['light', 'dark'] as const)('text can be read on every surface (%s)', (theme) => {
  for (const surface of ['paper', 'surface', 'sunken']) {
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'action', 'params', 'macs', 'memory', 'miss', 'warning']) {
      expect(contrast(ink, surface, theme), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each(['light', 'dark'] as const)('text can be read on tinted backgrounds (%s)', (theme) => {
  expect(contrast('on-action', 'action', theme)).toBeGreaterThanOrEqual(4.5);
  expect(contrast('ink', 'highlight', theme)).toBeGreaterThanOrEqual(4.5);
  for (const tone of ['action', 'params', 'macs', 'memory', 'miss', 'warning']) {
    expect(contrast(tone, `${tone}-soft`, theme), tone).toBeGreaterThanOrEqual(4.5);
    expect(contrast('ink', `${tone}-soft`, theme), tone).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['light', 'dark'] as const)('every kind of op can be seen and its text can be read (%s)', (theme) => {
  expect(kinds).toHaveLength(10);
  for (const kind of kinds) {
    for (const surface of ['paper', 'surface', `op-${kind}-soft`]) {
      expect(contrast(`op-${kind}`, surface, theme), `${kind} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('ink-soft', `op-${kind}-soft`, theme), `sizes on ${kind}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['light', 'dark'] as const)('marks and the border of a control can be seen (%s)', (theme) => {
  for (const surface of ['paper', 'surface']) {
    for (const mark of [
      'rule-strong',
      'action',
      'group-1',
      'group-2',
      'group-3',
      'series-7',
      'image-red',
      'image-green',
      'image-blue',
    ]) {
      expect(contrast(mark, surface, theme), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
});

type Theme = 'light' | 'dark';

/** The `light-dark()` pairs of tokens.css by name, without the leading hyphens. */
function readTokens(): ReadonlyMap<string, Readonly<Record<Theme, string>>> {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [luminance(one, theme), luminance(other, theme)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance as defined by WCAG. */
function luminance(name: string, theme: Theme): number {
  const [red, green, blue] = colour(name, theme);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Light = readonly [red: number, green: number, blue: number];

/** Linear light of a token; `op-NAME-soft` is 10% of the hue in the surface, mixed in OKLab as `color-mix` does. */
function colour(name: string, theme: Theme): Light {
  const mixed = /^(op-\w+)-soft$/.exec(name)?.[1];
  if (mixed !== undefined) {
    const [hue, surface] = [oklab(colour(mixed, theme)), oklab(colour('surface', theme))];
    return light([0, 1, 2].map((at) => 0.1 * (hue[at] ?? 0) + 0.9 * (surface[at] ?? 0)));
  }
  const hex = tokens.get(name)?.[theme];
  if (hex === undefined) throw new Error(`tokens: no such colour (got ${name})`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return [red, green, blue];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

// The matrices of OKLab: Ottosson, A perceptual color space for image processing, 2020.

function oklab([red, green, blue]: Light): readonly number[] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function light([lightness = 0, a = 0, b = 0]: readonly number[]): Light {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
