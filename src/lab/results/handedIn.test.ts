import { expect, test } from 'vitest';
import { taskLink, type Task } from '../../classroom/task';
import { taskResultCode, taskResultLink, type TaskResult } from '../../classroom/taskResult';
import { collectableOfCode } from './collectable';
import { english } from './fixtures/english';
import { measured } from './fixtures/measured';
import { readResults } from './readResults';
import { resultCode } from './resultCode';
import { contentsOf, rowOf } from './storedRows';

const handed: TaskResult = {
  taskId: '0a1b2c3d4e5f6g',
  title: 'Light Fire',
  nickname: '小明',
  atSeconds: 1_790_000_000,
  tookSeconds: 90,
  minutes: null,
  outcome: { kind: 'page', address: '/squeezenet?fire.squeeze=8', isSolved: true, values: [12_345], guesses: {} },
};
const code = taskResultCode(handed);

test('links and codes of tasks are read between words, beside measurements', () => {
  const text = `mine: ${taskResultLink(handed, 'https://example.org/')}.\n${resultCode(measured(1))} (${code}), thanks`;
  expect(readResults(text).found.map((each) => each.ok && each.value)).toEqual([handed, measured(1), handed]);
});

test('a damaged code is told, not passed over, and a newer one says so', () => {
  const damaged = `${code.slice(0, 30)}X${code.slice(31)}`;
  expect(readResults(`see ${damaged}`).found).toMatchObject([{ ok: false }]);
  const newer = collectableOfCode(code.replace(/^2/, '3'));
  expect(newer.ok ? '' : english(newer.error)).toBe(
    'a newer version of this app made the code: reload the page to get that version',
  );
});

test('forty people who hand in the same are forty results, and the same code twice is one', () => {
  const codes = Array.from({ length: 40 }, (_, index) => taskResultCode({ ...handed, nickname: String(index + 1) }));
  expect(new Set(codes).size).toBe(40);
});

test('what was handed in is stored apart from measurements, in the order of arrival', () => {
  const { handedIn, results, aside } = contentsOf([
    [code, rowOf(code, 1)],
    ['2~damaged', rowOf('2~damaged', 2)],
  ]);
  expect(handedIn).toEqual([{ code, result: handed }]);
  expect(results).toEqual([]);
  expect(aside).toMatchObject([{ key: '2~damaged' }]);
});

test('a nickname is in the code of a measurement, and codes without one are as they were', () => {
  const named = { ...measured(1), nickname: "Ada & O'Neil ~ 小明." };
  expect(readResults(`x ${resultCode(named)}, y`).found).toEqual([{ ok: true, value: named }]);
  expect(resultCode(named).startsWith(resultCode(measured(1)))).toBe(true);
  expect(resultCode(measured(1))).not.toContain('~n.');
});

const task: Task = {
  ...{ kind: 'page', title: 'Light Fire', text: '', asks: 'name', minutes: null },
  ...{ address: '/squeezenet?fire.squeeze=64', goal: [], locked: [] },
};
const taken = taskLink(task, 'https://example.org/');

test.each([taken, `do this: ${taken}.`, `<a href="${taken.replaceAll('&', '&#38;')}">`, taken.replace(/^.*task=/, '')])(
  'the link of a task itself, as %j has it, is known as that task, and no result',
  (text) => {
    expect(readResults(`${text}\n${code}`)).toEqual({
      ...{ found: [{ ok: true, value: handed }], tasks: [task], passedLines: 0 },
    });
  },
);

test('a damaged link of a task is told as one', () => {
  expect(readResults(taken.slice(0, -3))).toMatchObject({
    found: [{ ok: false, error: { words: { message: 'the link to a task is damaged: copy all of it' } } }],
    tasks: [],
  });
});
