import { expect, test } from 'vitest';
import { ownAddress } from './ownAddress';

const paths = ['/', '/counting', '/mobilenet-v2'];
const at = (pathname: string, search = '', hash = '') => {
  const own = ownAddress({ pathname, search, hash }, paths);
  return own.pathname + own.search + own.hash;
};

test.each([
  ['/Counting', '/counting'],
  ['/counting/', '/counting'],
  ['//MobileNet-V2//', '/mobilenet-v2'],
  ['/', '/'],
])('%s is the page %s', (given, own) => {
  expect(at(given)).toBe(own);
});

test('what was chosen stays, in its own letters', () => {
  expect(at('/Counting/', '?at=Groups&answers=hidden')).toBe('/counting?at=Groups&answers=hidden');
});

test('a place after another # is the place of the address', () => {
  expect(at('/counting', '', '#groups')).toBe('/counting?at=groups');
  expect(at('/counting', '?kernel.stride=2', '#a b')).toBe('/counting?kernel.stride=2&at=a%20b');
});

test('an address without a page stays as it is', () => {
  expect(at('/Nowhere/', '', '#x')).toBe('/Nowhere/#x');
});
