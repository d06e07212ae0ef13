import { expect, test } from 'vitest';
import { isOthersScroll } from './isOthersScroll';

test('a page that stays where it was left, or is cut shorter, was scrolled by nobody', () => {
  expect(isOthersScroll(1200, { top: 1200, max: 5000 })).toBe(false);
  expect(isOthersScroll(1200.4, { top: 1199, max: 5000 })).toBe(false);
  expect(isOthersScroll(1200, { top: 300, max: 300 })).toBe(false);
  expect(isOthersScroll(1200, { top: 0, max: -50 })).toBe(false);
});

test('any other height is the wish of a person or of a part of the page', () => {
  expect(isOthersScroll(1200, { top: 1900, max: 5000 })).toBe(true);
  expect(isOthersScroll(0, { top: 40, max: 5000 })).toBe(true);
  expect(isOthersScroll(1200, { top: 100, max: 300 })).toBe(true);
});
