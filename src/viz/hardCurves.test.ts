import { expect, test } from 'vitest';
import { hardCurves } from './hardCurves';

const plot = hardCurves();

test('a place and its x are each other’s inverse, and the pointer cannot leave the plot', () => {
  expect(plot.xAt(plot.xOf(1.25))).toBeCloseTo(1.25, 9);
  expect([plot.xAt(-500), plot.xAt(5000)]).toEqual([-8, 8]);
});

test('every curve stays inside its band', () => {
  for (const { top, bottom, yOf, curves } of plot.bands)
    for (const { valueAt } of curves)
      for (let x = -8; x <= 8; x += 0.25) {
        const y = yOf(valueAt(x));
        expect(y >= top - 1e-9 && y <= bottom + 1e-9).toBe(true);
      }
});

test('the bands do not overlap', () => {
  const edges = plot.bands.flatMap(({ top, bottom }) => [top, bottom]);
  expect(edges).toEqual([...edges].sort((a, b) => a - b));
});
