import { expect, test } from 'vitest';
import { wordLines } from './wordLines';

test('a text that fits is one line', () => {
  expect(wordLines('3×3 depthwise', 13)).toEqual(['3×3 depthwise']);
});

test('a longer text breaks at its spaces', () => {
  expect(wordLines('3×3 depthwise', 12)).toEqual(['3×3', 'depthwise']);
  expect(wordLines('240→120 /2 g=3', 11)).toEqual(['240→120 /2', 'g=3']);
});

test('a word that is too long stays whole', () => {
  expect(wordLines('depthwise', 5)).toEqual(['depthwise']);
});

test('no text has no lines', () => {
  expect(wordLines('', 5)).toEqual([]);
});

test('Chinese needs more room', () => {
  expect(wordLines('3×3 深度卷积', 9)).toEqual(['3×3', '深度卷积']);
});
