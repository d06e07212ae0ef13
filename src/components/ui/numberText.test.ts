import { expect, test } from 'vitest';
import { bytesText, durationText, exactNumberText, millisecondsText, percentText, shortNumberText } from './numberText';

test('large numbers keep three significant digits and a prefix', () => {
  expect(shortNumberText(300_774_272, 'en')).toBe('301 M');
  expect(shortNumberText(3_504_872, 'en')).toBe('3.50 M');
  expect(shortNumberText(8_363_000_000, 'en')).toBe('8.36 G');
  expect(shortNumberText(15_470_264_320, 'zh-CN')).toBe('15.5 G');
});

test('whole numbers below ten thousand are written out', () => {
  expect(shortNumberText(864, 'en')).toBe('864');
  expect(shortNumberText(9_408, 'en')).toBe('9,408');
  expect(shortNumberText(10_000, 'en')).toBe('10.0 k');
});

test('a number that rounds up to the next prefix uses that prefix', () => {
  expect(shortNumberText(999_600, 'en')).toBe('1.00 M');
  expect(shortNumberText(999_400, 'en')).toBe('999 k');
});

test('ratios keep three significant digits', () => {
  expect(shortNumberText(8.41666, 'en')).toBe('8.42');
  expect(shortNumberText(0.123456, 'en')).toBe('0.123');
});

test('the exact number has every digit', () => {
  expect(exactNumberText(300_774_272, 'en')).toBe('300,774,272');
});

test('milliseconds have as many decimals as can be read off', () => {
  expect(millisecondsText(0.4234, 'en')).toBe('0.42');
  expect(millisecondsText(8.31, 'en')).toBe('8.3');
  expect(millisecondsText(4210.4, 'en')).toBe('4,210');
});

test('long times are in seconds', () => {
  expect(durationText(412.3, 'en')).toBe('412 ms');
  expect(durationText(12_392, 'en')).toBe('12.4 s');
});

test('bytes and percentages follow the language', () => {
  expect(bytesText(4_600_000, 'en')).toBe('4.6 MB');
  expect(percentText(0.799, 'en')).toBe('79.9%');
});
