import { msg } from '@lingui/core/macro';
import { expect, test } from 'vitest';
import type { Outcome, TaskResult } from '../../classroom/taskResult';
import type { Lesson } from '../../course/lesson';
import { resultMessage } from './resultMessage';

const words = msg`because`;

const lesson: Lesson = {
  ...{ path: '/counting', needs: [], predictions: {}, exercises: [] },
  ...{ goals: [words, words, words], keyPoints: [words, words, words] },
  checks: [
    { kind: 'choice', id: 'counting/q1', question: words, options: [], answer: 'b', why: words },
    { kind: 'truth', id: 'counting/q2', statement: words, isTrue: false, why: words },
  ],
};

function heard(outcome: Outcome, title = '') {
  const result: TaskResult = {
    taskId: 'a',
    title,
    nickname: 'Ada',
    atSeconds: 9,
    tookSeconds: 9,
    minutes: null,
    outcome,
  };
  return resultMessage(result, (path) => Promise.resolve(path === '/counting' ? lesson : undefined));
}

const page = { kind: 'page', address: '/counting?memory.channels=512', values: [], guesses: {} } as const;
const quiz = { kind: 'quiz', chapter: '/counting', seed: 1 } as const;

test('a page counts as one point, had where its goal is reached or it has none; the name stays out', async () => {
  const told = { kind: 'result', task: '/counting', max: 1, done: true };
  expect(await heard({ ...page, isSolved: true })).toEqual({ ...told, score: 1, solved: true });
  expect(await heard({ ...page, isSolved: null })).toEqual({ ...told, score: 1, solved: true });
  expect(await heard({ ...page, isSolved: false }, 'Light')).toEqual({
    ...told,
    task: 'Light',
    score: 0,
    solved: false,
  });
});

test('a quiz counts its right answers, and is solved where all are right', async () => {
  const told = { kind: 'result', task: '/counting', max: 2, done: true };
  const answers = { 'counting/q1': 'b', 'counting/q2': 'true' };
  expect(await heard({ ...quiz, answers })).toEqual({ ...told, score: 1, solved: false });
  expect(await heard({ ...quiz, answers: { ...answers, 'counting/q2': 'false' } })).toEqual({
    ...told,
    ...{ score: 2, solved: true },
  });
  expect(await heard({ ...quiz, answers: {} })).toMatchObject({ score: 0, solved: false });
});

test('nothing is told of the concept inventory, nor of a chapter without questions', async () => {
  expect(await heard({ kind: 'inventory', when: 'before', items: [3], answers: { 3: 'D' } })).toBeUndefined();
  expect(await heard({ ...quiz, chapter: '/nowhere', answers: {} })).toBeUndefined();
});
