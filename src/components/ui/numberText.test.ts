import { expect, test } from 'vitest';
import {
  bytesText,
  durationText,
  exactNumberText,
  listText,
  millisecondsText,
  numberFormat,
  percentText,
  shortNumberText,
  signedText,
  tickTextOf,
  wholePercentText,
  withUnitText,
} from './numberText';

test('large numbers keep three significant digits and a prefix', () => {
  expect(shortNumberText(300_774_272, 'en')).toBe('301\u00a0M');
  expect(shortNumberText(3_504_872, 'en')).toBe('3.50\u00a0M');
  expect(shortNumberText(8_363_000_000, 'en')).toBe('8.36\u00a0G');
  expect(shortNumberText(15_470_264_320, 'zh-CN')).toBe('15.5\u00a0G');
});

test('whole numbers below ten thousand are written out', () => {
  expect(shortNumberText(864, 'en')).toBe('864');
  expect(shortNumberText(9_408, 'en')).toBe('9,408');
  expect(shortNumberText(10_000, 'en')).toBe('10.0\u00a0k');
});

test('a number that rounds up to the next prefix uses that prefix', () => {
  expect(shortNumberText(999_600, 'en')).toBe('1.00\u00a0M');
  expect(shortNumberText(999_400, 'en')).toBe('999\u00a0k');
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
  expect(millisecondsText(0.0124, 'en')).toBe('0.012');
  expect(millisecondsText(0, 'en')).toBe('0.00');
  expect(millisecondsText(8.31, 'en')).toBe('8.3');
  expect(millisecondsText(4210.4, 'en')).toBe('4,210');
});

test('long times are in seconds', () => {
  expect(durationText(412.3, 'en')).toBe('412\u00a0ms');
  expect(durationText(12_392, 'en')).toBe('12.4\u00a0s');
});

test('bytes and percentages follow the language', () => {
  expect(bytesText(4_600_000, 'en')).toBe('4.6\u00a0MB');
  expect(bytesText(8_000_000, 'en')).toBe('8.0\u00a0MB');
  expect([0, 1, 120].map((bytes) => bytesText(bytes, 'en'))).toEqual(['0\u00a0bytes', '1\u00a0byte', '120\u00a0bytes']);
  expect(percentText(0.799, 'en')).toBe('79.9%');
});

test.each(['en', 'zh'])('in %s a negative number has a minus sign, and what rounds to zero has none', (locale) => {
  expect(exactNumberText(-1.5, locale)).toBe('−1.5');
  expect(numberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 }).format(-0.0001)).toBe('0.000');
  expect(numberFormat(locale).format(-0)).toBe('0');
  expect(shortNumberText(-301_000_000, locale)).toBe('−301\u00a0M');
  expect(percentText(-0.0001, locale)).toBe('0.0%');
  expect(percentText(0.655, locale)).toBe('65.5%');
});

test('what is no number is a dash', () => {
  expect(shortNumberText(NaN, 'en')).toBe('–');
  expect(millisecondsText(Infinity, 'en')).toBe('–');
});

test('a difference has its sign unless it rounds to zero', () => {
  expect([5.2, -3.2, 0.01, -0.01].map((value) => signedText(value, 'en', 1))).toEqual(['+5.2', '−3.2', '0.0', '0.0']);
});

test('milliseconds beside each other have as many decimals', () => {
  expect(millisecondsText(0.42, 'en', 21.4)).toBe('0.4');
});

test('the ticks of an axis have the same decimals, no more than they need', () => {
  const texts = (ticks: readonly number[]) => ticks.map(tickTextOf(ticks, 'en'));
  expect(texts([50e6, 100e6, 200e6])).toEqual(['50 M', '100 M', '200 M']);
  expect(texts([1e6, 1.5e6, 2e6])).toEqual(['1.0 M', '1.5 M', '2.0 M']);
  expect(texts([5_000, 10_000, 1_000_000])).toEqual(['5,000', '10 k', '1 M']);
  expect(texts([0, 0.5, 1])).toEqual(['0.0', '0.5', '1.0']);
});

test('only what is certain is 100%, and only what is impossible 0%', () => {
  const texts = [1, 0.9999, 0.994, 0.005, 0.0049, 0].map((fraction) => wholePercentText(fraction, 'en'));
  expect(texts).toEqual(['100%', '>\u00a099%', '99%', '1%', '<\u00a01%', '0%']);
  expect([0.9999, 0.0049].map((fraction) => wholePercentText(fraction, 'zh'))).toEqual([
    '99%\u00a0以上',
    '不到\u00a01%',
  ]);
});

test('lists have the comma of the language', () => {
  expect(listText(['5 rounds', 'WebGPU'], 'en')).toBe('5 rounds, WebGPU');
  expect(listText(['5 轮', 'WebGPU'], 'zh')).toBe('5 轮、WebGPU');
});

test('a unit stands a space away, but per cent and times do not', () => {
  expect(withUnitText('224', 'px')).toBe('224 px');
  expect([withUnitText('70', '%'), withUnitText('0.5', '×'), withUnitText('3', undefined)]).toEqual([
    '70%',
    '0.5×',
    '3',
  ]);
});
