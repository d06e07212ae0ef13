import { expect, test } from 'vitest';
import { printable } from './printable';

test.each([
  ['a colour', '\u001b[31mred', String.raw`\u001b[31mred`],
  ['a second line', 'conv1\nall is well', String.raw`conv1\u000aall is well`],
  ['an 8-bit control', '\u009b2J', String.raw`\u009b2J`],
  ['text turned round', '\u202egnp.exe', String.raw`\u202egnp.exe`],
  ['names in any language', 'café 咖啡 ☕ −1', 'café 咖啡 ☕ −1'],
])('%s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('JSON stays the same JSON', () => {
  const value = { label: 'a\u009bb\u2028c', file: 'tab\t"quote"' };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});
