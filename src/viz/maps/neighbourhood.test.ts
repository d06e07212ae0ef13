import { expect, test } from 'vitest';
import { neighbourhoodOf } from './neighbourhood';

/** Each value is its row and its column: 203 is row 2, column 3. */
const map = {
  shape: [8, 8, 1],
  values: Array.from({ length: 64 }, (_, at) => 100 * Math.floor(at / 8) + (at % 8)),
} as const;
const sliding = { kernel: [3, 3], stride: 2, padding: { top: 1, bottom: 1, left: 1, right: 1 }, groups: 1 } as const;

test('a window lies in its neighbourhood, whose cells outside the map are empty', () => {
  const around = neighbourhoodOf(map, 0, sliding, { row: 0, column: 1 }, [3, 1]);
  expect(around).toMatchObject({ rows: 5, columns: 9, window: { row: 1, column: 3, rows: 3, columns: 3 } });
  expect(around.values.slice(0, 9).every((value) => value === null)).toBe(true);
  expect(around.values.slice(18, 27)).toEqual([null, null, 0, 1, 2, 3, 4, 5, 6]);
});

test('the windows before and after are a stride away, inside the map', () => {
  expect(neighbourhoodOf(map, 0, sliding, { row: 1, column: 1 }, [4, 1]).neighbours).toEqual([2, 6, 8]);
  expect(neighbourhoodOf(map, 0, sliding, { row: 1, column: 0 }, [4, 1]).neighbours).toEqual([6, 8]);
});

test('what was not read is empty', () => {
  const patch = { rows: { from: 0, end: 3 }, columns: { from: 0, end: 3 } };
  const part = { shape: map.shape, values: [0, 1, 2, 100, 101, 102, 200, 201, 202], patch };
  const { values } = neighbourhoodOf(part, 0, { ...sliding, stride: 1 }, { row: 1, column: 1 }, [1, 0]);
  expect(values.slice(0, 5)).toEqual([null, 0, 1, 2, null]);
});
