import { expect, test } from 'vitest';
import { normalNumbers, uniformNumbers } from './randomNumbers';

function draw(next: () => number, count: number): readonly number[] {
  return Array.from({ length: count }, () => next());
}

test('the same seed repeats the numbers, and another seed does not', () => {
  expect(draw(uniformNumbers(7), 50)).toEqual(draw(uniformNumbers(7), 50));
  expect(draw(uniformNumbers(7), 50)).not.toEqual(draw(uniformNumbers(8), 50));
});

test('uniform numbers fill [0, 1) evenly', () => {
  const numbers = draw(uniformNumbers(1), 20_000);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeCloseTo(0.1, 1.7);
  }
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});

test('normal numbers have mean 0, deviation 1 and 68 % within one deviation', () => {
  const numbers = draw(normalNumbers(3), 20_000);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(numbers.filter((number) => Math.abs(number) < 1).length / numbers.length).toBeCloseTo(0.683, 1.7);
});
