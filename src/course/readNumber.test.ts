import { array, assert, constantFrom, double, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from './readNumber';

const valueOf = (text: string, unit?: string): number | undefined => readNumber(text, unit)?.value;

test.each([
  ['1.5M', 1_500_000],
  ['1,500,000', 1_500_000],
  ['1.5e6', 1_500_000],
  ['1.5E+6', 1_500_000],
  ['1 500 000', 1_500_000],
  ['1 500 000', 1_500_000],
  ["1'500'000", 1_500_000],
  ['1_500_000', 1_500_000],
  ['1.500.000', 1_500_000],
  ['1.500.000,5', 1_500_000.5],
  ['1.5 million', 1_500_000],
  ['150 万', 1_500_000],
  ['150万', 1_500_000],
  ['1.5 百万', 1_500_000],
  ['３亿', 300_000_000],
  ['１，５００，０００', 1_500_000],
  ['1.5×10^6', 1_500_000],
  ['1.5 x 10^6', 1_500_000],
  ['1.5·10⁶', 1_500_000],
  ['1.5*10^-3', 0.0015],
  ['3/2', 1.5],
  ['1 / 8.7', 1 / 8.7],
  ['−3', -3],
  ['1,5', 1.5],
  ['0,125', 0.125],
  ['.5', 0.5],
  ['8.7×', 8.7],
  ['8.7 x', 8.7],
  ['8.7 倍', 8.7],
  ['7.2M MACs', 7_200_000],
  ['128 times', 128],
  ['17 500 params', 17_500],
  ['8.4 G', 8.4e9],
  ['9.25 k', 9250],
  ['150w', 1_500_000],
  ['1.5百萬', 1_500_000],
  ['3.2億', 320_000_000],
  ['约 150 万', 1_500_000],
  ['大约150万次', 1_500_000],
  ['~1.5M', 1_500_000],
  ['≈ 1,500,000', 1_500_000],
  ['about 1.5M', 1_500_000],
  ['= 1.5M', 1_500_000],
  ['1.5 Mio.', 1_500_000],
  ['1.5M.', 1_500_000],
  ['9.3 倍。', 9.3],
  ['1.5*10**6', 1_500_000],
  ['½', 0.5],
  ['1½', 1.5],
  ['×8.7', 8.7],
  ['x 8.7', 8.7],
  ['8.7-fold', 8.7],
  ['8.7 fold', 8.7],
  ['8.7 times fewer', 8.7],
  ['8.7:1', 8.7],
  ['8.7 : 1', 8.7],
  ['8.7 to 1', 8.7],
  ['1:8', 0.125],
  ['9*64*112^2', 7_225_344],
  ['9 × 64 × 112²', 7_225_344],
  ['9·64·112·112', 7_225_344],
  ['(96 + 64 + 9*64) * 16', 11_776],
  ['2^20', 1_048_576],
  ['10^-3', 0.001],
  ['3/2 + 1', 2.5],
  ['1.5M / 2', 750_000],
  ['112^2 x 1.5e3', 18_816_000],
  ['64×9 params', 576],
])('%s is read', (text, value) => {
  expect(valueOf(text)).toBeCloseTo(value, 9);
});

test('a scale behind a number leaves no binary remainder', () => {
  expect(valueOf('1.13 万')).toBe(11_300);
  expect(valueOf('0.0003 万')).toBe(3);
  expect(valueOf('1.005M')).toBe(1_005_000);
});

test('per cent is a hundredth, and says so', () => {
  expect(readNumber('12 %')).toEqual({ value: 0.12, isPercent: true, isFraction: false });
  expect(readNumber('１２％')).toEqual({ value: 0.12, isPercent: true, isFraction: false });
});

test.each(['26 percent', '26 per cent', '百分之26', '百分之 26', '26％', '26 pct'])('%s is per cent', (text) => {
  expect(readNumber(text)).toEqual({ value: 0.26, isPercent: true, isFraction: false });
});

test('any product is read as what it is', () => {
  const signs = constantFrom('*', '×', ' x ', '·', ' * ');
  assert(
    property(array(integer({ min: 1, max: 512 }), { minLength: 2, maxLength: 5 }), signs, (factors, sign) => {
      const product = factors.reduce((all, each) => all * each, 1);
      expect(valueOf(factors.join(sign))).toBeCloseTo(product, -Math.log10(product) + 12);
    }),
  );
});

test('no text takes long or throws', () => {
  assert(
    property(
      string({
        maxLength: 200,
        unit: constantFrom(
          '0',
          '1',
          '12',
          '.',
          ',',
          '(',
          ')',
          'x',
          '*',
          '/',
          '^',
          '+',
          '-',
          ' ',
          'e',
          'm',
          '%',
          ':',
          '½',
          '²',
          '万',
        ),
      }),
      (text) => {
        const read = readNumber(text);
        expect(read === null || Number.isFinite(read.value)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('the unit of the question may stand behind the number', () => {
  expect(valueOf('4.76 MiB', 'MiB')).toBe(4.76);
  expect(valueOf('4.76MB', 'MB')).toBe(4.76);
  expect(valueOf('4.76 MB')).toBeUndefined();
});

test.each([
  '',
  ' ',
  'four',
  '1.2.3',
  '1,50,000',
  '12 34',
  '1/0',
  '1/2/3',
  '5 apples',
  '--5',
  '1e',
  'NaN',
  'Infinity',
  '1e999',
  '一百',
  '2+',
  '/2',
  '(2',
  '2)',
  '()',
  '2(3)',
  '2^3^2',
  '9^999',
  '12/4x3',
  '1.5–1.6M',
  '1-2M',
  '1.5M±1',
  '3 - ',
  '1:2:3',
  'constructor',
  '1'.repeat(201),
])('"%s" is not taken for a number', (text) => {
  expect(readNumber(text)).toBeNull();
});

test('any count is read as it was meant, however it is grouped', () => {
  const notations = constantFrom(
    (count: number) => String(count),
    (count: number) => count.toLocaleString('en'),
    (count: number) => count.toLocaleString('fr'),
    (count: number) => count.toLocaleString('de-CH'),
    (count: number) => count.toExponential(),
    (count: number) => `${String(count / 1e6)} M`,
    (count: number) => `${String(count / 1e4)}万`,
    (count: number) => `${String(count)} MACs`,
    (count: number) => String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );
  assert(
    property(integer({ min: 0, max: 1e10 }), notations, (count, write) => {
      const read = valueOf(write(count));
      expect(Math.abs((read ?? NaN) - count)).toBeLessThanOrEqual(count * 1e-12);
    }),
  );
});

test('any number in scientific notation is read', () => {
  assert(
    property(double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
      expect(valueOf(value.toExponential().replace('e', '×10^'))).toBeCloseTo(value, 6);
    }),
  );
});
