import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTask, damaged } from './fixtures/anyTask';
import { maxCodeLength, packedJson } from './packedJson';
import { taskCode, taskId, taskLink, taskOfCode, type Task } from './task';

const task: Task = {
  kind: 'page',
  title: 'Light Fire',
  text: 'Make the module small, and keep 64 output channels.',
  asks: 'name',
  minutes: 10,
  address: '/squeezenet?fire.squeeze=8',
  goal: [
    { kind: 'measure', subject: 'fire', metric: 'params', is: '<=', value: 20_000 },
    { kind: 'measure', subject: 'fire', metric: 'outputChannels', is: '>=', value: 64 },
  ],
  locked: ['fire.inChannels'],
};

test('a code holds the whole task, whatever a teacher makes', () => {
  fc.assert(
    fc.property(anyTask, (any) => {
      expect(taskOfCode(taskCode(any))).toEqual({ ok: true, value: any });
    }),
  );
});

test('a link is an address of the page with the task behind its state, short enough for a QR code', () => {
  const link = taskLink(task, 'https://example.org/featherweight/');
  expect(link).toMatch(/^https:\/\/example\.org\/featherweight\/#\/squeezenet\?fire\.squeeze=8&task=1~[A-Za-z0-9_-]+$/);
  expect(link.length).toBeLessThan(320);
});

test('any damage to a code is told, and never read as another task', () => {
  fc.assert(
    fc.property(
      anyTask.chain((any) => damaged(taskCode(any))),
      (code) => {
        expect(taskOfCode(code).ok).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('a code of a later version, one that is too long, and one of another kind are told apart', () => {
  const code = taskCode(task);
  expect(taskOfCode(code.replace(/^1/, '2'))).toEqual({ ok: false, error: { kind: 'newer', version: 2 } });
  expect(taskOfCode(code + 'A'.repeat(maxCodeLength))).toEqual({ ok: false, error: { kind: 'tooLong' } });
  expect(taskOfCode(packedJson('result', 1, ['p']))).toEqual({ ok: false, error: { kind: 'broken' } });
  for (const text of ['', '1~', 'hello', '1~AAAA', '0~AAAAAAAAAA'])
    expect(taskOfCode(text), text).toEqual({ ok: false, error: { kind: 'broken' } });
});

test.each([
  ['no list', { kind: 'page' }],
  ['another kind', ['x', '', '', 0, null]],
  ['a page elsewhere', ['p', '', '', 0, null, 'https://example.org', [], []]],
  ['a script for an address', ['p', '', '', 0, null, 'javascript:alert(1)', [], []]],
  ['a goal about a block that the page lacks', ['p', '', '', 0, null, '/counting', [['m', 'fire', 0, 0, 1]], []]],
  ['a bound that is no number', ['p', '', '', 0, null, '/counting', [['m', 'conv', 0, 0, 'x']], []]],
  ['an unknown relation', ['p', '', '', 0, null, '/counting', [['m', 'conv', 0, 9, 1]], []]],
  ['a lock that every object has', ['p', '', '', 0, null, '/counting', [], ['__proto__']]],
  ['a task within it', ['p', '', '', 0, null, '/counting?task=1~AAAA', [], []]],
  ['a negative bound', ['p', '', '', 0, null, '/counting', [['m', 'conv', 0, 0, -1]], []]],
  ['half a minute', ['p', '', '', 0, 0.5, '/counting', [], []]],
  ['a chapter that is an address', ['q', '', '', 0, null, '//example.org', 1]],
  ['an item that does not exist', ['i', '', '', 0, null, 0, [11]]],
  ['an item twice', ['i', '', '', 0, null, 0, [1, 1]]],
  ['no items', ['i', '', '', 0, null, 0, []]],
])('a well-packed code that holds %s is broken', (_, json) => {
  expect(taskOfCode(packedJson('task', 1, json))).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('marks that turn the direction of writing around are not shown', () => {
  const read = taskOfCode(taskCode({ ...task, text: 'one\u202etwo\nthree' }));
  expect(read).toMatchObject({ value: { text: 'one two\nthree' } });
});

test('two tasks have two names, and equal ones have one', () => {
  fc.assert(
    fc.property(anyTask, anyTask, (one, other) => {
      expect(taskId(one) === taskId(other)).toBe(taskCode(one) === taskCode(other));
      expect(taskId(one)).toMatch(/^[0-9a-z]{14}$/);
    }),
  );
});
