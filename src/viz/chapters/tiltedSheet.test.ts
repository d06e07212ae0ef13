import { expect, test } from 'vitest';
import { tiltedSheetOf } from './tiltedSheet';

const options = { radius: 1, width: 200 };
const directions = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: -1 },
];
const point = [{ x: 0.5, y: 0.25 }];

test('a sheet stays a sheet: lines of its grid are straight', () => {
  const { grid } = tiltedSheetOf(directions, point, { ...options, isActivated: false });
  expect(grid).toHaveLength(18);
  for (const line of grid) {
    const [first, middle, last] = [line[0], line[20], line[40]];
    expect(middle?.x).toBeCloseTo(((first?.x ?? 0) + (last?.x ?? 0)) / 2, 9);
    expect(middle?.y).toBeCloseTo(((first?.y ?? 0) + (last?.y ?? 0)) / 2, 9);
  }
});

test('ReLU moves what is negative in a channel onto the wall where it is zero', () => {
  const before = tiltedSheetOf(directions, point, { ...options, isActivated: false });
  const after = tiltedSheetOf(directions, point, { ...options, isActivated: true });
  // The third channel alone is negative here, and it runs upwards: the point moves up by 0.75 of it.
  const [from, to] = [before.spiral[0], after.spiral[0]];
  expect(to?.x).toBeCloseTo(from?.x ?? 0, 9);
  const unit = -(after.axes[2]?.y ?? 0) / 1.5;
  expect((from?.y ?? 0) - (to?.y ?? 0)).toBeCloseTo(unit * 0.75, 9);
});

test('all of the sheet is inside the drawing, whose size ReLU does not change', () => {
  const before = tiltedSheetOf(directions, point, { ...options, isActivated: false });
  const after = tiltedSheetOf(directions, point, { ...options, isActivated: true });
  for (const { x, y } of [...before.grid, ...after.grid].flat()) {
    expect(Math.abs(x)).toBeLessThanOrEqual(100 + 1e-9);
    expect(y).toBeGreaterThanOrEqual(before.top - 1e-9);
    expect(y).toBeLessThanOrEqual(before.bottom + 1e-9);
  }
  expect([after.top, after.bottom]).toEqual([before.top, before.bottom]);
});
