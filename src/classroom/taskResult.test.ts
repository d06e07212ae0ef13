import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTask, damaged } from './fixtures/anyTask';
import { packedJson } from './packedJson';
import { taskCode, taskId, taskOfCode, type Task } from './task';
import { secondsOver, taskResult, taskResultCode, taskResultLink, taskResultOfCode, type Outcome } from './taskResult';

const anySaid = fc.oneof(
  fc.nat(),
  fc.constantFrom('A', 'true', '参数量'),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 }),
);
const anySaids = fc.dictionary(fc.stringMatching(/^[a-z0-9-]{1,12}\/[pq]\d$/), anySaid, { maxKeys: 5 });

const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('page' as const),
    address: fc.constantFrom('/counting', '/squeezenet?fire.squeeze=8'),
    isSolved: fc.constantFrom(true, false, null),
    values: fc.array(fc.option(fc.nat()), { maxLength: 4 }),
    guesses: anySaids,
  }),
  fc.record({
    kind: fc.constant('quiz' as const),
    chapter: fc.constant('/counting'),
    seed: fc.nat(9999),
    answers: anySaids,
  }),
  fc.record({
    ...{ kind: fc.constant('inventory' as const), when: fc.constantFrom('before' as const, 'after' as const) },
    ...{ items: fc.constant([1, 6]), answers: fc.constant({ 1: 'A', 6: 'C' }) },
  }),
);

const anyResult = fc
  .record({ task: anyTask, outcome: anyOutcome, nickname: fc.constantFrom('', 'Ada', '小明', '17') })
  .map(({ task, outcome, nickname }) =>
    taskResult(task, outcome, { nickname, openedMs: 1.79e12, nowMs: 1.79e12 + 90_500 }),
  );

test('a code holds the whole result', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      expect(taskResultOfCode(taskResultCode(result))).toEqual({ ok: true, value: result });
    }),
  );
});

test('any damage to a result is told', () => {
  fc.assert(
    fc.property(
      anyResult.chain((result) => damaged(taskResultCode(result))),
      (code) => {
        expect(taskResultOfCode(code).ok).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('a result names its task, and is no task itself; a task is no result', () => {
  fc.assert(
    fc.property(anyTask, anyOutcome, (task, outcome) => {
      const result = taskResult(task, outcome, { nickname: 'Ada', openedMs: 0, nowMs: 1e12 });
      expect(result.taskId).toBe(taskId(task));
      expect(taskOfCode(taskResultCode(result)).ok).toBe(false);
      expect(taskResultOfCode(taskCode(task)).ok).toBe(false);
      // Also where both are of the same version.
      expect(taskResultOfCode(taskCode(task).replace(/^1/, '2')).ok).toBe(false);
    }),
  );
});

test('what is handed in is short, says when and how long it took, and fits a code that a webcam reads', () => {
  const task: Task = {
    ...{ kind: 'page', title: 'Light Fire', text: 'Make it small.', asks: 'name', minutes: null },
    ...{ address: '/squeezenet', goal: [], locked: [] },
  };
  const outcome: Outcome = {
    kind: 'page',
    address: '/squeezenet?fire.squeeze=8&fire.expand3x3=32',
    isSolved: true,
    values: [12_345, 96],
    guesses: { 'squeezenet/p1': 48.8 },
  };
  const result = taskResult(task, outcome, { nickname: ` ${'Ada '.repeat(20)}`, openedMs: 1000, nowMs: 91_400 });
  expect(result).toMatchObject({ atSeconds: 91, tookSeconds: 90 });
  expect(result.nickname).toBe('Ada '.repeat(10).trim());
  expect(taskResultLink(result, 'https://example.org/featherweight/').length).toBeLessThan(300);
});

test('a name in any script comes back as it was handed in, and half a character never does', () => {
  const task: Task = { kind: 'quiz', title: 'T', text: '', asks: 'name', minutes: null, chapter: '/counting', seed: 1 };
  const outcome: Outcome = { kind: 'quiz', chapter: '/counting', seed: 1, answers: {} };
  for (const nickname of ['👩\u200d👩\u200d👧 شيماء', 'x'.repeat(39) + '😀', '<b>Ada</b>', '=1+1', '\u202eadA']) {
    const result = taskResult(task, outcome, { nickname, openedMs: 0, nowMs: 1e12 });
    expect(taskResultOfCode(taskResultCode(result))).toEqual({ ok: true, value: result });
    expect(result.nickname).not.toMatch(/[\p{Cs}\u202e]/u);
  }
});

test('a result says by how much it was late, and one of an earlier version has no limit', () => {
  const task: Task = { kind: 'quiz', title: 'T', text: '', asks: 'name', minutes: 2, chapter: '/counting', seed: 1 };
  const outcome: Outcome = { kind: 'quiz', chapter: '/counting', seed: 1, answers: {} };
  const took = (seconds: number) =>
    taskResult(task, outcome, { nickname: 'Ada', openedMs: 1e12, nowMs: 1e12 + seconds * 1000 });
  expect([119, 120, 121, 200].map((seconds) => secondsOver(took(seconds)))).toEqual([0, 0, 1, 80]);
  const earlier = taskResultOfCode(packedJson('result', 2, [...whole, 'q', '/counting', 1, {}]));
  expect(earlier).toMatchObject({ ok: true, value: { minutes: null } });
  expect(earlier.ok && secondsOver(earlier.value)).toBe(0);
});

const whole = ['0a1b', 'Title', 'Ada', 1_790_000_000, 60];

test.each([
  ['a negative time', ['0a1b', 'Title', 'Ada', 1_790_000_000, -60, 'p', '/counting', true, [], {}]],
  ['a time that is no number', ['0a1b', 'Title', 'Ada', 'NaN', 60, 'p', '/counting', true, [], {}]],
  ['no number among its values', [...whole, 'p', '/counting', true, ['NaN'], {}]],
  ['a script for an address', [...whole, 'p', 'javascript:alert(1)', true, [], {}]],
  ['a title without end', ['0a1b', 'T'.repeat(61), 'Ada', 1_790_000_000, 60, 'p', '/counting', true, [], {}]],
  ['answers in a list', [...whole, 'q', '/counting', 1, ['A']]],
  ['an answer within an answer', [...whole, 'q', '/counting', 1, { 'counting/q1': [[1]] }]],
  [
    'more answers than any page asks',
    [...whole, 'q', '/counting', 1, Object.fromEntries(Array(101).fill('A').entries())],
  ],
  ['an item that is half', [...whole, 'i', 0, [1.5], {}]],
  ['brackets without end', JSON.parse('['.repeat(4000) + ']'.repeat(4000))],
])('a well-packed result that holds %s is broken', (_, json) => {
  expect(taskResultOfCode(packedJson('result', 2, json))).toEqual({ ok: false, error: { kind: 'broken' } });
});

test('keys that every object has are answers like others, and change nothing else', () => {
  const json: unknown = JSON.parse('{"__proto__":"A","constructor":"B"}');
  const read = taskResultOfCode(packedJson('result', 2, [...whole, 'q', '/counting', 1, json]));
  expect(read.ok && read.value.outcome.kind === 'quiz' && Object.entries(read.value.outcome.answers)).toEqual([
    ['__proto__', 'A'],
    ['constructor', 'B'],
  ]);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test('a hundred thousand characters are refused at once', () => {
  expect(taskResultOfCode(`2~${'A'.repeat(100_000)}`)).toEqual({ ok: false, error: { kind: 'tooLong' } });
});
