import { expect, test } from 'vitest';
import { readerOf } from './reader';

test('a reader is a short word of the address', () => {
  expect(readerOf('?embed&reader=0a1b2c')).toBe('0a1b2c');
  expect(readerOf('?embed')).toBeNull();
});

test('what cannot be such a word tells nobody apart', () => {
  for (const word of ['', 'Ada', 'a.b', '012345678901234']) expect(readerOf(`?embed&reader=${word}`)).toBeNull();
});
