import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// WCAG 2.2: text needs a contrast of 4.5:1 against its background (1.4.3), meaningful graphics 3:1 (1.4.11).

const tokens = readTokens();
const kinds = [...tokens.keys()].flatMap((name) => /^op-(\w+)-ink$/.exec(name)?.[1] ?? []);

test.each(['light', 'dark'] as const)('text can be read on every surface (%s)', (theme) => {
  for (const surface of ['paper', 'surface', 'surface-sunken', 'surface-hover']) {
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'warning', 'success']) {
      expect(contrast(ink, surface, theme), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each(['light', 'dark'] as const)('text can be read on tinted backgrounds (%s)', (theme) => {
  expect(contrast('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5);
  for (const tone of ['accent', 'danger', 'warning', 'success']) {
    expect(contrast(tone, `${tone}-soft`, theme), tone).toBeGreaterThanOrEqual(4.5);
    expect(contrast('ink', `${tone}-soft`, theme), tone).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['light', 'dark'] as const)('every kind of op can be seen and its text can be read (%s)', (theme) => {
  expect(kinds).toHaveLength(10);
  for (const kind of kinds) {
    for (const surface of ['paper', 'surface']) {
      expect(contrast(`op-${kind}`, surface, theme), `${kind} on ${surface}`).toBeGreaterThanOrEqual(3);
      expect(contrast(`op-${kind}-ink`, surface, theme), `${kind} ink on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(`op-${kind}-ink`, `op-${kind}-soft`, theme), `${kind} ink`).toBeGreaterThanOrEqual(4.5);
    expect(contrast('ink', `op-${kind}-soft`, theme), `ink on ${kind}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['light', 'dark'] as const)('the border of a control can be seen (%s)', (theme) => {
  for (const surface of ['paper', 'surface']) {
    expect(contrast('rule-strong', surface, theme), surface).toBeGreaterThanOrEqual(3);
    expect(contrast('focus', surface, theme), surface).toBeGreaterThanOrEqual(3);
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
  const hex = tokens.get(name)?.[theme];
  if (hex === undefined) throw new Error(`tokens: no such colour (got ${name})`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
