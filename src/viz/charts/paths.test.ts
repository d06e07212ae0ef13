import { expect, test } from 'vitest';
import { axisFromZero, countAxis, scaleOf } from './axis';
import { curvePoints, linePath, stackedColumnPaths } from './paths';

const parts = ['capture', 'inference'] as const;

function pathsOf(columns: readonly Readonly<Record<(typeof parts)[number], number>>[]) {
  const largest = Math.max(0, ...columns.map(({ capture, inference }) => capture + inference));
  const y = axisFromZero(largest, 4);
  const scales = { x: scaleOf(countAxis(columns.length), [0, 100]), y: scaleOf(y, [40, 0]) };
  return { paths: stackedColumnPaths(columns, parts, scales), ...scales };
}

test('every frame is a column, and every part is on top of the one before it', () => {
  const { paths, y } = pathsOf([
    { capture: 1, inference: 3 },
    { capture: 2, inference: 6 },
  ]);
  expect(y.ticks.at(-1)).toEqual({ value: 8, at: 0 });
  expect(paths).toEqual([
    { part: 'capture', path: 'M0,35L50,35L50,30L100,30L100,30L100,40L100,40L50,40L50,40L0,40Z' },
    { part: 'inference', path: 'M0,20L50,20L50,0L100,0L100,0L100,30L100,30L50,30L50,35L0,35Z' },
  ]);
});

test('a single column fills the box', () => {
  const { paths, x } = pathsOf([{ capture: 4, inference: 4 }]);
  expect(paths[0]?.path).toBe('M0,20L100,20L100,20L100,40L100,40L0,40Z');
  expect(x.ticks.map(({ value }) => value)).toEqual([0, 1]);
});

test('without columns there is nothing to draw', () => {
  expect(pathsOf([]).paths).toEqual([
    { part: 'capture', path: '' },
    { part: 'inference', path: '' },
  ]);
});

test('a curve runs through its own values', () => {
  const identity = { ticks: [], size: 0 };
  const scales = { x: { ...identity, at: (x: number) => 10 * x }, y: { ...identity, at: (y: number) => -y } };
  expect(
    linePath(
      curvePoints((x) => x * x, [0, 2], 3),
      scales,
    ),
  ).toBe('M0,0L10,-1L20,-4');
});
