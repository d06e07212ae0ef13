import { expect, test } from 'vitest';
import type { Answer } from './answer';
import { progressFile, readProgressFile } from './progressFile';

const at = '2026-01-05T10:00:00.000Z';
const answers: readonly Answer[] = [
  { id: 'counting/p1', at, place: 'output-map', given: { kind: 'number', value: 4, text: '4' } },
  { id: 'counting/p3', at, given: { kind: 'bars', values: [96, 8] } },
  { id: 'squeezenet/p4', at, given: { kind: 'order', values: ['plain', 'complex', 'simple'] } },
  { id: 'counting/q4', at, given: { kind: 'truth', isTrue: false }, isRight: true },
  { id: 'counting/e1', at, given: { kind: 'sliders', values: { groups: 32, kind: 'grouped' } } },
  { id: 'counting/e2', at, given: { kind: 'shown' } },
];

test('a file brings every answer to another browser', () => {
  expect(readProgressFile(progressFile(answers))).toEqual({ ok: true, value: { answers, refused: [] } });
});

test('an entry that is no answer is told with its place, and the others are read', () => {
  const read = readProgressFile(progressFile(answers.slice(0, 2)).replace(at, 'yesterday'));
  expect(read.ok && read.value.answers).toEqual([answers[1]]);
  expect(read.ok && read.value.refused[0]).toMatch(/^answers\.0: .*yesterday/);
});

test('any other file is refused, and so is that of a newer version', () => {
  for (const text of ['', 'a,b', '[]', '{}', '{"kind":"progress"}', '{"kind":"results","version":1,"answers":[]}'])
    expect(readProgressFile(text)).toEqual({ ok: false, error: { kind: 'other' } });
  const newer = progressFile(answers).replace('"version": 1', '"version": 2');
  expect(readProgressFile(newer)).toEqual({ ok: false, error: { kind: 'newer', version: 2 } });
});

test('a version that none wrote, and an answer that leads to another address, are not taken', () => {
  for (const version of ['0', '-1', '1.5', '1e999', '"1"'])
    expect(readProgressFile(progressFile(answers).replace('"version": 1', `"version": ${version}`)).ok, version).toBe(
      false,
    );
  const led = readProgressFile(progressFile(answers).replace('output-map', 'output-map&embed'));
  expect(led.ok && led.value.answers[0]).toEqual({ ...answers[0], place: undefined });
});
