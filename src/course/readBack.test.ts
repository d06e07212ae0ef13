import { expect, test } from 'vitest';
import { readBack } from './readBack';

const written = (value: number) => new Intl.NumberFormat('en').format(value);

test('what was typed in another notation is told with the number that it was read as', () => {
  expect(readBack(' 1.5M ', 1.5e6, written)).toEqual({ typed: '1.5M', read: '1,500,000' });
  expect(readBack('150 万', 1.5e6, written)).toEqual({ typed: '150 万', read: '1,500,000' });
  expect(readBack('1,5', 1.5, written)).toEqual({ typed: '1,5', read: '1.5' });
});

test('the same digits are told once', () => {
  for (const text of ['1500000', '1,500,000', '1 500 000'])
    expect(readBack(text, 1.5e6, written)).toEqual({ typed: '1,500,000' });
});

test('a number of many digits is told as it was typed', () => {
  expect(readBack('1e30', 1e30, written)).toEqual({ typed: '1e30' });
});

test('a unit that stands behind the field makes no other number', () => {
  const percent = (value: number) => `${written(value)}%`;
  for (const text of ['12.5', '12.5%', '12.5 %'])
    expect(readBack(text, 12.5, percent, '%')).toEqual({ typed: '12.5%' });
  expect(readBack('1/8', 12.5, percent, '%')).toEqual({ typed: '1/8', read: '12.5%' });
});
