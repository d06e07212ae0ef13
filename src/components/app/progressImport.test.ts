import { assert, constantFrom, double, jsonValue, oneof, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { claimIds } from '../../course/claims';
import type { Lesson } from '../../course/lesson';
import type { Answer, Given } from '../../course/progress/answer';
import { answerOf } from '../../course/progress/answer';
import type { AnswerMisfit } from '../../course/progress/answerMisfit';
import { fittingAnswers } from '../../course/progress/fittingAnswers';
import { progressFile, readProgressFile } from '../../course/progress/progressFile';
import { lessonAt } from './lessons';

const now = new Date('2026-02-01T10:00:00.000Z');
const at = '2026-01-05T10:00:00.000Z';

const counting = await lessonAt('/counting');
if (counting === undefined) throw new Error('no lesson');

function answered(id: string, given: Given, more: Partial<Answer> = {}): Answer {
  return { id, at, given, ...more };
}

/** What a browser keeps after everything was answered as the pages let one answer it. */
function everyAnswer({ predictions, checks, exercises }: Lesson): readonly Answer[] {
  return [
    ...Object.values(predictions).map((prediction): Answer => {
      const { id, kind } = prediction;
      if (kind === 'number') return answered(id, { kind, value: prediction.answer(), text: '1' });
      if (kind === 'choice') return answered(id, { kind, value: prediction.options[0]?.value ?? '' });
      if (kind === 'order') return answered(id, { kind, values: prediction.items.map(({ value }) => value) });
      return answered(id, { kind, values: prediction.bars.map(() => 50) });
    }),
    ...checks.map((check): Answer => {
      if (check.kind === 'computed')
        return answered(check.id, { kind: 'number', value: 7, text: '7' }, { isRight: false });
      if (check.kind === 'choice')
        return answered(check.id, { kind: 'choice', value: check.answer }, { isRight: true });
      return answered(check.id, { kind: 'truth', isTrue: check.isTrue }, { isRight: true });
    }),
    ...exercises.map((exercise): Answer => {
      if (exercise.kind === 'paper') return answered(exercise.id, { kind: 'shown' });
      const { values } = exercise.explorable.at({ ...exercise.solution, ...exercise.fixed });
      return answered(exercise.id, { kind: 'sliders', values });
    }),
  ];
}

const paths = [
  '/counting',
  '/squeezenet',
  '/xception',
  '/mobilenet-v1',
  '/shufflenet-v1',
  '/mobilenet-v2',
  '/shufflenet-v2',
  '/mobilenet-v3',
  '/efficientnet-lite0',
  '/summary',
];

test('everything that can be answered comes back from its file, marks included', async () => {
  const lessons = (await Promise.all(paths.map(lessonAt))).flatMap((lesson) => (lesson === undefined ? [] : [lesson]));
  const claims = [...claimIds].map((id) => answered(id, { kind: 'truth', isTrue: false }, { isRight: true }));
  const all = [...lessons.flatMap(everyAnswer), ...claims];
  expect(all.length).toBeGreaterThan(150);
  const read = readProgressFile(progressFile(all));
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.refused).toEqual([]);
  const { fitting, leftOut, remarked } = await fittingAnswers(read.value.answers, lessonAt, now);
  expect({ leftOut, remarked }).toEqual({ leftOut: [], remarked: 0 });
  expect(fitting.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    all.toSorted((a, b) => a.id.localeCompare(b.id)),
  );
});

const hostile: readonly (readonly [Answer, AnswerMisfit])[] = [
  [answered('counting/p99', { kind: 'shown' }), 'question'],
  [answered('counting/c99', { kind: 'truth', isTrue: true }), 'question'],
  [answered('squeezenet/c5', { kind: 'truth', isTrue: true }), 'question'],
  [answered('summary/p1', { kind: 'order', values: ['mobilenet-v1'] }), 'order'],
  [answered('resnet/p1', { kind: 'shown' }), 'question'],
  [answered('constructor/p1', { kind: 'shown' }), 'question'],
  [answered('counting/p4', { kind: 'number', value: 4, text: '4' }), 'kind'],
  [answered('counting/p4', { kind: 'choice', value: 'seventeen' }), 'option'],
  [answered('counting/p1', { kind: 'choice', value: '4' }), 'kind'],
  [answered('counting/p1', { kind: 'number', value: -4, text: '-4' }), 'range'],
  [answered('mobilenet-v1/p6', { kind: 'number', value: 60, text: '60' }), 'range'],
  [answered('mobilenet-v1/p7', { kind: 'number', value: 33, text: '33' }), 'range'],
  [answered('counting/p3', { kind: 'bars', values: [96] }), 'bars'],
  [answered('counting/p3', { kind: 'bars', values: [96, 800] }), 'bars'],
  [answered('counting/p3', { kind: 'bars', values: [96, -1] }), 'bars'],
  [answered('squeezenet/p4', { kind: 'order', values: ['plain', 'plain', 'simple'] }), 'order'],
  [answered('squeezenet/p4', { kind: 'order', values: ['plain', 'simple', 'complex', 'plain'] }), 'order'],
  [answered('squeezenet/p4', { kind: 'order', values: [] }), 'order'],
  [answered('counting/q4', { kind: 'choice', value: 'true' }, { isRight: true }), 'kind'],
  [answered('counting/q4', { kind: 'shown' }), 'kind'],
  [answered('counting/e1', { kind: 'sliders', values: { groups: 7.5 } }), 'sliders'],
  [answered('counting/e1', { kind: 'sliders', values: { groups: 1 } }), 'sliders'],
  [answered('counting/e1', { kind: 'sliders', values: { __proto__: 1, toString: 2 } }), 'sliders'],
  [answered('counting/e2', { kind: 'sliders', values: {} }), 'kind'],
  [answered('counting/c1', { kind: 'shown' }), 'kind'],
];

test.each(hostile)(
  'an answer that is none to its question is left out, and the others are taken: %j',
  async (bad, misfit) => {
    const good = answered('counting/p5', { kind: 'shown' });
    const taken = await fittingAnswers([bad, good], lessonAt, now);
    expect(taken).toEqual({ fitting: [good], leftOut: [{ id: bad.id, misfit }], remarked: 0 });
  },
);

test('of two answers to one question in a file the later one is taken, wherever it stands', async () => {
  const later = answered('counting/p1', { kind: 'shown' }, { at: '2026-01-06T10:00:00.000Z' });
  const earlier = answered('counting/p1', { kind: 'number', value: 2, text: '2' });
  for (const both of [
    [later, earlier],
    [earlier, later],
  ])
    expect((await fittingAnswers(both, lessonAt, now)).fitting).toEqual([later]);
});

test('an answer from the future counts as given now, so that it can be answered again', async () => {
  const far = answered('counting/p1', { kind: 'shown' }, { at: '9999-01-01T00:00:00.000Z' });
  expect((await fittingAnswers([far], lessonAt, now)).fitting).toEqual([{ ...far, at: now.toISOString() }]);
});

test('an answer that a file marks otherwise than the course does is marked again, and counted', async () => {
  const truth = counting.checks.find((check) => check.kind === 'truth');
  if (truth === undefined) throw new Error('no statement');
  const { id, isTrue } = truth;
  const wrong = answered(id, { kind: 'truth', isTrue: !isTrue }, { isRight: true, seed: 41 });
  const { fitting, remarked } = await fittingAnswers([wrong], lessonAt, now);
  expect({ fitting, remarked }).toEqual({ fitting: [{ ...wrong, isRight: false }], remarked: 1 });
});

test('where the questions do not load, nothing is taken', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('offline'));
  await expect(fittingAnswers([answered('counting/p1', { kind: 'shown' })], broken, now)).rejects.toThrow('offline');
});

test('no file, however it is made, brings in what a question cannot show', async () => {
  const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'q1', 'q4', 'q7', 'e1', 'e2', 'c1'].map((name) => `counting/${name}`);
  const given = record({
    kind: constantFrom('shown', 'number', 'choice', 'order', 'bars', 'truth', 'sliders'),
    value: oneof(double(), string(), jsonValue()),
    values: oneof(jsonValue()),
    text: string(),
    isTrue: jsonValue(),
  });
  const entries: unknown[] = [];
  assert(
    property(record({ id: constantFrom(...ids), at: constantFrom(at, 'now', '1e9'), given }), (entry) => {
      entries.push(entry);
    }),
    { numRuns: 2000 },
  );
  const text = JSON.stringify({ kind: 'progress', version: 1, answers: entries });
  const read = readProgressFile(text);
  if (!read.ok) throw new Error(read.error.kind);
  const { fitting, leftOut } = await fittingAnswers(read.value.answers, lessonAt, now);
  expect(read.value.answers.length + read.value.refused.length).toBe(2000);
  expect(leftOut.length).toBeGreaterThan(0);
  for (const answer of fitting) {
    expect(answerOf(answer, 'taken').ok).toBe(true);
    expect(answer.given.kind === 'number' ? answer.given.value : 0).toBeGreaterThanOrEqual(0);
  }
});
