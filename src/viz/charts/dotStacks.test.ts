import { expect, test } from 'vitest';
import { dotStacks } from './dotStacks';

const plot = { width: 640, height: 132, dot: 6 };

test('equal guesses stack, and the axis holds every guess and the truth', () => {
  const { dots, truth, ends } = dotStacks([10, 10, 100], 50, plot);
  expect(ends).toEqual([10, 100]);
  expect(dots[0]?.x).toBe(dots[1]?.x);
  expect(dots[1]?.y).toBeLessThan(dots[0]?.y ?? 0);
  expect(truth).toBeGreaterThan(dots[0]?.x ?? Infinity);
  expect(truth).toBeLessThan(dots[2]?.x ?? 0);
});

test('a class that guesses the same stays within the plot', () => {
  const { dots } = dotStacks(Array<number>(40).fill(7), 7, plot);
  for (const { x, y } of dots) {
    expect(y).toBeGreaterThan(0);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(plot.width);
  }
});
