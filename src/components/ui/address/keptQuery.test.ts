import { expect, test } from 'vitest';
import { withKept } from './keptQuery';

test('a link takes along what the course keeps, behind what it says itself', () => {
  expect(withKept('/counting', 'answers=hidden')).toBe('/counting?answers=hidden');
  expect(withKept('/xray?net=a&at=fire2', 'answers=hidden')).toBe('/xray?net=a&at=fire2&answers=hidden');
});

test('a link that says it itself is left as it is, and so is every link where nothing is kept', () => {
  expect(withKept('/counting?answers=shown', 'answers=hidden')).toBe('/counting?answers=shown');
  expect(withKept('/counting?at=kernel', '')).toBe('/counting?at=kernel');
});
