import { expect, test } from 'vitest';
import { refusedNames } from './refusedNames';

test('of a list of names every one that is left out is told, and why', () => {
  const refused = refusedNames({
    key: 'nets',
    text: 'a,nonsense,a,b,c',
    why: (name) => (name === 'nonsense' ? { kind: 'unknown' } : undefined),
    max: 2,
  });
  expect(refused.map(({ part, why }) => [part, why.kind])).toEqual([
    ['nonsense', 'unknown'],
    ['a', 'repeated'],
    ['c', 'tooMany'],
  ]);
});
