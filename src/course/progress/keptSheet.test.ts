import { msg } from '@lingui/core/macro';
import { expect, test } from 'vitest';
import type { Check } from '../check';
import { drawChecks } from '../drawChecks';
import { markedOf } from '../marked';
import { answerOf, type Answer, type Given } from './answer';
import { checkScore, keptSeed } from './checkScore';
import { keptMarks } from './keptSheet';

const words = msg`because`;
const pool: readonly Check[] = [
  {
    kind: 'computed',
    id: 'counting/q1',
    draw: (random) => {
      const answer = random.pick([1000, 2000, 3000, 4000, 5000, 6000, 7000]);
      return { question: words, answer, closed: answer, why: words };
    },
  },
  {
    kind: 'choice',
    id: 'counting/q2',
    question: words,
    options: [
      { value: 'a', label: words },
      { value: 'b', label: words },
    ],
    answer: 'b',
    why: words,
  },
  { kind: 'truth', id: 'counting/q3', statement: words, isTrue: false, why: words },
];

/** Answers to the questions of a seed, as a page gives them. */
function answered(seed: number, given: Readonly<Record<string, Given>>, minute = 0): readonly Answer[] {
  return drawChecks(pool, seed).flatMap((check) => {
    const said = given[check.id];
    const marked = said === undefined ? undefined : markedOf(check, said);
    if (marked === undefined) return [];
    const at = `2026-01-05T10:${String(minute).padStart(2, '0')}:00.000Z`;
    return [{ id: check.id, at, given: marked.given, isRight: marked.isRight, seed }];
  });
}

const byId = (answers: readonly Answer[]) => new Map(answers.map((answer) => [answer.id, answer]));
const choice = { kind: 'choice', value: 'b' } as const;

test('the sheet that was answered last comes back with what was answered', () => {
  const answers = answered(41, {
    'counting/q1': { kind: 'number', value: 1, text: '1' },
    'counting/q2': choice,
  });
  const stored = answers.map((answer) => answerOf(JSON.parse(JSON.stringify(answer)), 'stored'));
  const read = stored.flatMap((each) => (each.ok ? [each.value] : []));
  expect(keptSeed('/counting', read)).toBe(41);
  const marks = keptMarks(drawChecks(pool, 41), 41, byId(read));
  expect([...marks].map(([id, { isRight }]) => [id, isRight])).toEqual([
    ['counting/q1', false],
    ['counting/q2', true],
  ]);
  expect(checkScore('/counting', read)).toEqual({ right: 1, answered: 2 });
});

test('another draw has its own answers', () => {
  const before = answered(41, { 'counting/q1': { kind: 'number', value: 1, text: '1' }, 'counting/q2': choice });
  const after = answered(42, { 'counting/q3': { kind: 'truth', isTrue: false } }, 5);
  const all = [...before, ...after];
  expect(keptSeed('/counting', all)).toBe(42);
  expect(keptMarks(drawChecks(pool, 42), 42, byId(all)).size).toBe(1);
  expect(checkScore('/counting', all)).toEqual({ right: 1, answered: 1 });
});

test('answers of earlier versions, which kept no seed, count and draw nothing', () => {
  const old = answered(41, { 'counting/q2': choice }).map(({ seed: _, ...answer }) => answer);
  expect(keptSeed('/counting', old)).toBeUndefined();
  expect(checkScore('/counting', old)).toEqual({ right: 1, answered: 1 });
  expect(keptSeed('/squeezenet', old)).toBeUndefined();
  expect(checkScore('/squeezenet', old)).toBeUndefined();
});

test('an answer to what the question was in another version is not shown to this one', () => {
  const wrongly = answered(41, { 'counting/q2': choice }).map((answer) => ({ ...answer, isRight: false }));
  const otherKind = answered(41, { 'counting/q2': choice }).map((answer) => ({ ...answer, id: 'counting/q3' }));
  for (const answers of [wrongly, otherKind]) expect(keptMarks(drawChecks(pool, 41), 41, byId(answers)).size).toBe(0);
});
