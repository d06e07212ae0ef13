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
});

test('a fraction of 1 where a factor is asked for is asked back, since it may be the other way round', () => {
  const asked = { ok: false, error: { kind: 'fractionAsTimes', value: 0.25, fewer: 4 } };
  for (const text of ['1/4', '1:4', '¼']) expect(readAnswer(text, { form: 'times' }), text).toEqual(asked);
  expect(readAnswer('3/2', { form: 'times' })).toEqual({ ok: true, value: 1.5 });
  expect(readAnswer('0.25', { form: 'times' })).toEqual({ ok: true, value: 0.25 });
});

test.each([
  ['1.1', 1.1],
  ['1.1 points', 1.1],
  ['1.1%', 1.1],
  ['0.9', 0.9],
])('%s is read where points of per cent are asked for', (text, value) => {
  expect(readAnswer(text, { form: 'points', most: 30 })).toEqual({ ok: true, value });
});

test('more points than there could be are refused', () => {
  for (const text of ['31', '31%'])
    expect(readAnswer(text, { form: 'points', most: 30 })).toEqual({
      ok: false,
      error: { kind: 'overMost', most: 30 },
    });
});

test('what cannot be is refused', () => {
  for (const form of ['times', 'percent', 'points', 'count'] as const)
    expect(readAnswer('−3', { form })).toEqual({ ok: false, error: { kind: 'negative' } });
  for (const text of ['512 %', '512', '3/2'])
    expect(readAnswer(text, { form: 'percent', isPart: true })).toEqual({ ok: false, error: { kind: 'overAll' } });
  // Growth has no such limit.
  expect(readAnswer('512 %', { form: 'percent' })).toEqual({ ok: true, value: 512 });
});

test('more than there could be is refused, and all of it is not', () => {
  const blocks = { form: 'count', most: 16 } as const;
  expect(readAnswer('60', blocks)).toEqual({ ok: false, error: { kind: 'overMost', most: 16 } });
  expect(readAnswer('16', blocks)).toEqual({ ok: true, value: 16 });
  expect(readAnswer('60%', blocks)).toEqual({ ok: false, error: { kind: 'percentAsCount' } });
});

test('nothing, and what is no number, are told apart', () => {
  expect(readAnswer(' ', { form: 'count' })).toEqual({ ok: false, error: { kind: 'empty' } });
  expect(readAnswer('four', { form: 'count' })).toEqual({ ok: false, error: { kind: 'unread' } });
  expect(readAnswer('4.76 MiB', { unit: 'MiB' })).toEqual({ ok: true, value: 4.76 });
});

test.each([
  ['46.56', 46.56],
  ['46.56 KiB', 46.56],
  ['46.56kib', 46.56],
  ['47,677 bytes', 46.5595703125],
  ['47677 B', 46.5595703125],
  ['47677 字节', 46.5595703125],
  ['0.0455 MiB', 46.592],
  ['47677/1024', 46.5595703125],
])('%s is read where KiB are asked for', (text, value) => {
  expect(readAnswer(text, { unit: 'KiB' })).toEqual({ ok: true, value });
});

test('a unit that is easily taken for the asked one is asked back, and so is a prefix alone', () => {
  const other = readAnswer('46.56 KB', { unit: 'KiB' });
  expect(other).toEqual({ ok: false, error: { kind: 'otherUnit', unit: 'KiB', value: 45.46875 } });
  expect(readAnswer('4.76 MiB', { unit: 'MB' })).toMatchObject({ ok: false, error: { kind: 'otherUnit', unit: 'MB' } });
  expect(readAnswer('4760 KB', { unit: 'MB' })).toEqual({ ok: true, value: 4.76 });
  for (const text of ['46.56 K', '46.56k', '4.76 M'])
    expect(readAnswer(text, { unit: 'KiB' })).toEqual({ ok: false, error: { kind: 'prefixAsUnit', unit: 'KiB' } });
});

test('a size is told where a number is asked for', () => {
  for (const text of ['4.76 MB', '12 KiB', '12 kb', '300 bytes'])
    expect(readAnswer(text, {})).toEqual({ ok: false, error: { kind: 'sizeAsCount' } });
});

test('what means two numbers is asked back', () => {
  expect(readAnswer('150,0000', {})).toEqual({ ok: false, error: { kind: 'either', readings: [150, 1_500_000] } });
  expect(readAnswer('1.5MACs', {})).toEqual({ ok: false, error: { kind: 'either', readings: [1.5, 1_500_000] } });
  for (const text of [
    '1.5 MACs',
    '0,1250',
    '150.0000',
    '1,5000,0000',
    '1500000MACs',
    '1.5M MACs',
    '1.5MMACs',
    '15 0000',
  ])
    expect(readAnswer(text, {}).ok, text).toBe(true);
  expect(readAnswer('12,3456', { form: 'percent' })).toEqual({ ok: true, value: 12.3456 });
});

test('a computed share is a share, and a computed number of per cent is that', () => {
  expect(readAnswer('3/12', { form: 'percent', isPart: true })).toEqual({ ok: true, value: 25 });
  expect(readAnswer('100*3/12', { form: 'percent', isPart: true })).toEqual({ ok: true, value: 25 });
  expect(readAnswer('1:4', { form: 'percent', isPart: true })).toEqual({ ok: true, value: 25 });
  expect(readAnswer('9*64*112^2', {})).toEqual({ ok: true, value: 7_225_344 });
});
