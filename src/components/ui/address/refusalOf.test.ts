import { parseAsString } from 'nuqs';
import { expect, test } from 'vitest';
import { nearestOf, oneOf, oneOfNumbers, onOrOff, wholeNumber } from './parsers';
import { refusalOf } from './refusalOf';

const width = oneOf(['0.5', '1', '1.5', '2']).withDefault('1');
const bits = nearestOf([2, 4, 6, 8]).withDefault(6);

test('a value that a page takes is no news, however it is written', () => {
  expect(refusalOf('width', '0.5', width)).toBeNull();
  expect(refusalOf('bits', '4.0', bits)).toBeNull();
  expect(refusalOf('repeat', 'true', onOrOff.withDefault(false))).toBeNull();
});

test('a value that is not taken is told with what is used and what is possible', () => {
  const legal = { kind: 'values', values: ['0.5', '1', '1.5', '2'] };
  expect(refusalOf('width', '99', width)).toEqual({
    key: 'width',
    text: '99',
    used: '1',
    why: { kind: 'legal', legal },
  });
  expect(refusalOf('rounds', '4', oneOfNumbers([3, 7]).withDefault(7))?.used).toBe('7');
  expect(refusalOf('repeat', 'yes', onOrOff.withDefault(false))?.used).toBe('false');
});

test('of a list the nearest number is used, and the default where there is none', () => {
  expect(bits.parse('99')).toBe(8);
  expect(['99', 'many', ''].map((text) => refusalOf('bits', text, bits)?.used)).toEqual(['8', '6', '6']);
});

test('a whole number is taken within its limits, and nothing takes its place', () => {
  const draw = wholeNumber(1, 99_999);
  expect(refusalOf('draw', '77', draw)).toBeNull();
  for (const text of ['abc', '', '0', '-1', '1.5', '1e3', '100000'])
    expect(refusalOf('draw', text, draw)).toEqual({
      key: 'draw',
      text,
      used: null,
      why: { kind: 'legal', legal: { kind: 'range', minimum: 1, maximum: 99_999, isWhole: true } },
    });
});

test('any text is taken where the page itself looks it up', () => {
  expect(refusalOf('net', 'nonsense', parseAsString)).toBeNull();
});
