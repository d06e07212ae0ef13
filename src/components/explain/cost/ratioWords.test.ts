import { expect, test } from 'vitest';
import { ratioWords } from './ratioWords';

test('a factor is told with two digits, and from ten on with three', () => {
  // MobileNets, section 3.1: 3×3 at 512 channels, 1/512 + 1/9.
  expect(ratioWords(52_283_392, 462_422_016)).toEqual({ kind: 'timesFewer', times: 8.8 });
  expect(ratioWords(1, 128)).toEqual({ kind: 'timesFewer', times: 128 });
  expect(ratioWords(2_480_176, 1_562_592)).toEqual({ kind: 'timesMore', times: 1.6 });
});

test('what is nearly equal is told in per cent of the other', () => {
  expect(ratioWords(10, 19)).toEqual({ kind: 'percentLess', percent: 47 });
  expect(ratioWords(240_000, 249_600)).toEqual({ kind: 'percentLess', percent: 3.8 });
  expect(ratioWords(113, 100)).toEqual({ kind: 'percentMore', percent: 13 });
  expect(ratioWords(9_999, 10_000)).toEqual({ kind: 'percentLess', percent: 0.01 });
});

test('no factor describes nothing', () => {
  expect([ratioWords(0, 5), ratioWords(5, 0), ratioWords(0, 0)]).toEqual([
    { kind: 'none' },
    { kind: 'none' },
    { kind: 'same' },
  ]);
});
