import { expect, test } from 'vitest';
import { hardCurves } from './hardCurves';

const plot = hardCurves(640);

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

test.each([358, 640])('%i px wide, titles and legend stand between the bands', (width) => {
  const { bands } = hardCurves(width);
  const heights = bands.flatMap(({ titleY, top, bottom, curves }) => [
    titleY,
    ...curves.map(({ legend }) => legend.y),
    top,
    bottom,
  ]);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test('a narrow plot puts the legend on a line of its own', () => {
  const isBeside = (width: number) =>
    hardCurves(width).bands.every(({ titleY, curves }) => curves.every(({ legend }) => legend.y === titleY));
  expect([isBeside(358), isBeside(640)]).toEqual([false, true]);
});
