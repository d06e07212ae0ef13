import { expect, test } from 'vitest';
import { contactSheetOf } from './contactSheet';

test('each channel is scaled to its own black and white, in channel order', () => {
  const values = new Float32Array([0, 10, 5, 5, 1, 30, 5, 5]);
  const sheet = contactSheetOf({ shape: [1, 2, 4], values }, null);
  expect(sheet).toMatchObject({ columns: 2, width: 5, height: 3 });
  const row = (y: number) => Array.from({ length: 5 }, (_, x) => sheet.data[(y * 5 + x) * 4]);
  expect([row(0), row(2)]).toEqual([
    [0, 255, 0, 0, 255],
    [0, 0, 0, 0, 0],
  ]);
});

test('channels of a group have its colour', () => {
  const values = new Float32Array([0, 0, 1, 1]);
  const { data } = contactSheetOf({ shape: [2, 1, 2], values }, [0, 1]);
  expect([...data.slice(12, 24)].filter((_, index) => index % 4 !== 3)).not.toEqual([]);
  const brightest = Array.from({ length: data.length / 4 }, (_, pixel) => [...data.slice(pixel * 4, pixel * 4 + 3)]);
  expect(brightest).toContainEqual([86, 180, 233]);
  expect(brightest).toContainEqual([230, 159, 0]);
});
