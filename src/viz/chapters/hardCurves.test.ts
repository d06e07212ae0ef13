import { expect, test } from 'vitest';
import { scaleOf } from '../charts/axis';
import { curveAxis, curveMargin, curveXAt, hardCurves } from './hardCurves';

test('px and x convert back and forth, and the pointer cannot leave the plot', () => {
  const { at } = scaleOf(curveAxis, [curveMargin.left, 640 - curveMargin.right]);
  expect(curveXAt(at(1.25), 640)).toBeCloseTo(1.25, 9);
  expect([curveXAt(-500, 640), curveXAt(5000, 640)]).toEqual([-8, 8]);
});

test('every curve stays inside its band', () => {
  for (const { y, curves } of hardCurves(640).bands)
    for (const { points } of curves)
      for (const point of points) {
        expect(point.y).toBeGreaterThanOrEqual(y.domain[0]);
        expect(point.y).toBeLessThanOrEqual(y.domain[1]);
      }
});

test.each([358, 640])('%i px wide, titles and legend are between the bands', (width) => {
  const { bands } = hardCurves(width);
  const heights = bands.flatMap(({ titleY, legend, top, headHeight, height }) => [
    top,
    titleY,
    ...legend.map(({ y }) => y),
    top + headHeight,
    top + headHeight + height,
  ]);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test('a narrow plot puts the legend on a line of its own', () => {
  const isBeside = (width: number) =>
    hardCurves(width).bands.every(({ titleY, legend }) => legend.every(({ y }) => y === titleY));
  expect([isBeside(358), isBeside(640)]).toEqual([false, true]);
});
