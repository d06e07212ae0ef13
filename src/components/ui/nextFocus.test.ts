import { expect, test } from 'vitest';
import { nextFocus } from './nextFocus';

const rows = ['title', 'remove 1', 'remove 2', 'add'];

test('after a removed row the next one has the focus, after the last the button below the list', () => {
  expect(nextFocus(rows, 'remove 1', ['title', 'remove 2', 'add'])).toBe('remove 2');
  expect(nextFocus(rows, 'remove 2', ['title', 'remove 1', 'add'])).toBe('add');
});

test('a button that replaces another has its focus', () => {
  expect(nextFocus(['start', 'link'], 'start', ['stop', 'link'])).toBe('stop');
  expect(nextFocus(rows, 'remove 1', ['title', 'undo', 'remove 2', 'add'])).toBe('undo');
});

test('where nothing follows, the control before it has the focus, and nothing where none is left', () => {
  expect(nextFocus(rows, 'add', ['title', 'remove 1'])).toBe('remove 1');
  expect(nextFocus(rows, 'add', [])).toBeUndefined();
});
