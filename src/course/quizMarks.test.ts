import { msg } from '@lingui/core/macro';
import { expect, test } from 'vitest';
import type { Check } from './check';
import { quizMarks } from './quizMarks';

const words = msg`because`;
const pool: readonly Check[] = [
  {
    kind: 'computed',
    id: 'counting/q1',
    draw: (random) => {
      const answer = random.pick([1000, 2000, 3000]);
      return { question: words, answer, closed: answer, why: words };
    },
  },
  { kind: 'choice', id: 'counting/q2', question: words, options: [], answer: 'b', why: words },
  { kind: 'truth', id: 'counting/q3', statement: words, isTrue: false, why: words },
];

test('answers are marked by the numbers that the seed draws', () => {
  const [drawn] = quizMarks(pool, 7, {});
  const answer = drawn?.check.kind === 'computed' ? drawn.check.answer : 0;
  const marks = quizMarks(pool, 7, { 'counting/q1': answer, 'counting/q2': 'a', 'counting/q3': 'false' });
  expect(marks.map(({ isRight }) => isRight)).toEqual([true, false, true]);
  expect(quizMarks(pool, 7, { 'counting/q1': answer + 1000 })[0]?.isRight).toBe(false);
});

test('what was not answered is neither right nor wrong', () => {
  expect(quizMarks(pool, 7, {}).map(({ said, isRight }) => [said, isRight])).toEqual(
    Array(3).fill([undefined, undefined]),
  );
});
