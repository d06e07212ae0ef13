import { expect, test } from 'vitest';
import { mapLevels } from './mapLevels';
import { signedColour } from './signedRamp';

test('pixels of one shade share a path, and neighbours in a row one rectangle', () => {
  const [zero, one] = [0, 1].map((share) => `light-dark(${rgb(share, 'light')}, ${rgb(share, 'dark')})`);
  expect(mapLevels([0, 0, 1, 0], 2)).toEqual([
    { colour: zero, path: 'M0 0h2v1h-2zM1 1h1v1h-1z' },
    { colour: one, path: 'M0 1h1v1h-1z' },
  ]);
});

test('every pixel of a map is drawn once', () => {
  const values = Array.from({ length: 64 }, (_, at) => (at % 7) / 6);
  const area = mapLevels(values, 8)
    .flatMap(({ path }) => [...path.matchAll(/h(\d+)v/g)])
    .reduce((sum, [, length]) => sum + Number(length), 0);
  expect(area).toBe(64);
});

function rgb(share: number, ground: 'light' | 'dark'): string {
  return `rgb(${signedColour(share, ground).join(' ')})`;
}
