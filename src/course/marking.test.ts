import { msg } from '@lingui/core/macro';
import { expect, test } from 'vitest';
import { markOf } from './marking';

const why = msg`because`;
/** MACs of a depthwise 3x3 with stride 2 from 112x112 to 56x56 at 64 channels. */
const asked = {
  answer: 1_806_336,
  cost: 'macs',
  ofInputMap: 7_225_344,
  misses: [{ said: 115_605_504, why }],
} as const;

test('a number is right within half a per cent', () => {
  expect(markOf(1_806_336, asked)).toEqual({ kind: 'right' });
  expect(markOf(1.81e6, asked)).toEqual({ kind: 'right' });
  expect(markOf(1.82e6, asked).kind).toBe('wrong');
});

test('only the number itself is right where it is asked exactly', () => {
  expect(markOf(1_806_335, { ...asked, isExact: true }).kind).toBe('wrong');
  expect(markOf(1_806_336, { ...asked, isExact: true }).kind).toBe('right');
});

test('a wrong number is told by its likely cause', () => {
  expect(markOf(3_612_672, asked)).toEqual({ kind: 'wrong', cause: { kind: 'flops' } });
  expect(markOf(7_225_344, asked)).toEqual({ kind: 'wrong', cause: { kind: 'inputMap' } });
  expect(markOf(115_605_504, asked)).toEqual({ kind: 'wrong', cause: { kind: 'known', why } });
  expect(markOf(5_419_008, asked)).toEqual({
    kind: 'wrong',
    cause: { kind: 'unknown', distance: { kind: 'factor', side: 'over', factor: 3 } },
  });
});

test('twice the params are no FLOPs', () => {
  expect(markOf(200, { answer: 100, cost: 'params' })).toEqual({
    kind: 'wrong',
    cause: { kind: 'unknown', distance: { kind: 'factor', side: 'over', factor: 2 } },
  });
});

test('the answer rounded to two digits is neither right nor wrong', () => {
  expect(markOf(1.8e6, asked)).toEqual({ kind: 'right' });
  expect(markOf(3.8e6, { answer: 3_763_200, cost: 'macs' })).toEqual({ kind: 'coarse' });
  expect(markOf(3.7e6, { answer: 3_763_200, cost: 'macs' }).kind).toBe('wrong');
});

test('a wrong answer that is known is told, however near it is to the answer', () => {
  const near = { answer: 1_806_336, misses: [{ said: 1_800_064, why }] } as const;
  expect(markOf(1_800_064, near)).toEqual({ kind: 'wrong', cause: { kind: 'known', why } });
  expect(markOf(1_806_336, near)).toEqual({ kind: 'right' });
  // To these digits it is both.
  expect(markOf(1.8e6, near)).toEqual({ kind: 'right' });
  expect(markOf(1.81e6, near)).toEqual({ kind: 'right' });
});

test('what rounds to the decimals that are asked for is right', () => {
  const ratio = { answer: 5.7623, decimals: 1 } as const;
  for (const said of [5.8, 5.76, 5.762, 5.75]) expect(markOf(said, ratio), String(said)).toEqual({ kind: 'right' });
  for (const said of [5.7, 5.9, 6]) expect(markOf(said, ratio).kind, String(said)).toBe('wrong');
  expect(markOf(-0.4, { answer: -0.375, decimals: 1 })).toEqual({ kind: 'right' });
  expect(markOf(2.68, { answer: 2.675, decimals: 2 })).toEqual({ kind: 'right' });
});
