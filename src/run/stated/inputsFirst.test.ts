import { expect, test } from 'vitest';
import { inputsFirst } from './inputsFirst';

const inputs: Readonly<Record<string, readonly (string | null)[]>> = {
  sum: ['branch', 'shortcut'],
  branch: ['conv'],
  conv: ['image', null],
  shortcut: ['image'],
  image: [],
};
const inputAt = (node: string, index: number) => inputs[node]?.[index];

test('each node comes once, after those that it reads, one branch after the other', () => {
  expect(inputsFirst(['sum'], inputAt)).toEqual(['image', 'conv', 'branch', 'shortcut', 'sum']);
});

test('nodes that a file lists too early wait for what they read', () => {
  expect(inputsFirst(['conv', 'branch', 'image'], inputAt)).toEqual(['image', 'conv', 'branch']);
});

test('a cycle ends', () => {
  const other = (node: string, index: number) => (index > 0 ? undefined : node === 'a' ? 'b' : 'a');
  expect(inputsFirst(['a'], other)).toEqual(['b', 'a']);
});
