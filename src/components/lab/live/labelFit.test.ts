import { expect, test } from 'vitest';
import { labelFit } from './labelFit';

test('one word is as wide on two lines as on four: it does not break', () => {
  const { two, three, four } = labelFit('espresso');
  expect(two).toBeCloseTo(8 * 0.58 - 0.24, 1);
  expect([three, four]).toEqual([two, two]);
});

test('words share the lines as evenly as they can', () => {
  const { two, three } = labelFit('American Staffordshire terrier');
  expect(three).toBeLessThan(two);
  expect(three).toBeCloseTo(labelFit('Staffordshire').two, 0);
});

test('a line breaks after a hyphen and between Chinese characters', () => {
  expect(labelFit('black-footed').two).toBeLessThan(labelFit('blackfooted').two);
  expect(labelFit('浓缩咖啡').two).toBe(2);
  expect(labelFit('浓缩咖啡').four).toBe(1);
});

test('a longer word is wider, and nothing has no width', () => {
  expect(labelFit('hippopotamus').two).toBeGreaterThan(labelFit('cat').two);
  expect(labelFit('')).toEqual({ one: 0, two: 0, three: 0, four: 0 });
});
