import { expect, test } from 'vitest';
import { readAnswer } from './readAnswer';

test.each([
  ['26.3', 26.3],
  ['26.3%', 26.3],
  ['28.3 %', 28.3],
  ['1/2', 50],
  ['13/50', 26],
  ['0.5%', 0.5],
  ['0', 0],
  ['100', 100],
])('%s is read where per cent are asked for', (text, value) => {
  expect(readAnswer(text, { form: 'percent' })).toEqual({ ok: true, value });
});

test('a number below 1 where per cent are asked for is asked back', () => {
  expect(readAnswer('0.263', { form: 'percent' })).toEqual({ ok: false, error: { kind: 'share', percent: 26.3 } });
});

test('per cent are told where something else is asked for', () => {
  expect(readAnswer('43%', { form: 'times' })).toEqual({ ok: false, error: { kind: 'percentAsTimes', value: 0.43 } });
  expect(readAnswer('43%', { form: 'count' })).toEqual({ ok: false, error: { kind: 'percentAsCount' } });
  expect(readAnswer('0.43', { form: 'times' })).toEqual({ ok: true, value: 0.43 });
  expect(readAnswer('1/2', { form: 'times' })).toEqual({ ok: true, value: 0.5 });
});

test('what cannot be is refused', () => {
  for (const form of ['times', 'percent', 'count'] as const)
    expect(readAnswer('−3', { form })).toEqual({ ok: false, error: { kind: 'negative' } });
  for (const text of ['512 %', '512', '3/2'])
    expect(readAnswer(text, { form: 'percent', isPart: true })).toEqual({ ok: false, error: { kind: 'overAll' } });
  // Growth has no such limit.
  expect(readAnswer('512 %', { form: 'percent' })).toEqual({ ok: true, value: 512 });
});

test('nothing, and what is no number, are told apart', () => {
  expect(readAnswer(' ', { form: 'count' })).toEqual({ ok: false, error: { kind: 'empty' } });
  expect(readAnswer('four', { form: 'count' })).toEqual({ ok: false, error: { kind: 'unread' } });
  expect(readAnswer('4.76 MiB', { unit: 'MiB' })).toEqual({ ok: true, value: 4.76 });
});
