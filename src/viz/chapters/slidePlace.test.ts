import { expect, test } from 'vitest';
import { outputAt, positionAfter, tileOf, windowAt, type SlideGrid } from './slidePlace';

const grid: SlideGrid = { side: 8, border: 1, cell: 10, across: 2, maps: 4 };

test.each([
  [{ kernel: 3, stride: 1, padding: 1 }, 8],
  [{ kernel: 3, stride: 2, padding: 1 }, 4],
  [{ kernel: 3, stride: 1, padding: 0 }, 6],
  [{ kernel: 1, stride: 2, padding: 0 }, 4],
])('pressing the middle of a window of %o finds the value that it computes, in every map', (kernel, size) => {
  for (const [row, column] of [
    [0, 0],
    [1, 3],
    [size - 1, size - 1],
  ] as const) {
    const { x, y, size: side } = windowAt(grid, kernel, { row, column });
    for (const tile of [0, tileOf(grid)]) {
      const point = { x: tile + x + side / 2, y: tile + y + side / 2 };
      expect(outputAt(grid, kernel, { height: size, width: size }, point)).toEqual({ row, column });
    }
  }
});

test('the first window begins in the padding, and points beside the map lead to its border', () => {
  const kernel = { kernel: 3, stride: 1, padding: 1 };
  expect(windowAt(grid, kernel, { row: 0, column: 0 })).toEqual({ x: 0, y: 0, size: 30 });
  expect(outputAt(grid, kernel, { height: 8, width: 8 }, { x: 99, y: 1 })).toEqual({ row: 0, column: 7 });
});

test('arrow keys move by a row or a column and stop at the borders', () => {
  const map = { height: 3, width: 4 };
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'a'];
  expect(keys.map((key) => positionAfter(key, 5, map))).toEqual([4, 6, 1, 9, 0, 11, null]);
  expect(keys.map((key) => positionAfter(key, 0, map))).toEqual([0, 1, 0, 4, 0, 11, null]);
});
