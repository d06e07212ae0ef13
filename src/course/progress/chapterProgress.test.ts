import { expect, test } from 'vitest';
import { courseChapters } from '../chapters';
import type { Answer } from './answer';
import { chapterProgress, leftOff } from './chapterProgress';

const [counting, squeezeNet] = courseChapters;
if (counting === undefined || squeezeNet === undefined) throw new Error('the course has at least two chapters');

function said(id: string, second: number, place?: string): Answer {
  const at = `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`;
  return { id, at, given: { kind: 'shown' }, ...(place === undefined ? {} : { place }) };
}

function all(path: string, second: number): readonly Answer[] {
  const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'q1', 'q2', 'q3', 'q4', 'q5', 'e1', 'e2', 'e3'];
  return ids.map((id) => said(`${path}/${id}`, second));
}

test('a chapter counts its predictions and exercises, five checks of its pool, and no claims', () => {
  const answers = [
    said('counting/p1', 1),
    ...['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((id) => said(`counting/${id}`, 2)),
  ];
  expect(chapterProgress(counting, [...answers, said('counting/c1', 3), said('squeezenet/p1', 3)])).toMatchObject({
    answered: 6,
    questions: 13,
    isComplete: false,
  });
  expect(chapterProgress(counting, all('counting', 1)).isComplete).toBe(true);
});

test('one goes on at the section of the latest answer', () => {
  const answers = [said('squeezenet/p1', 5, 'fire-module'), said('counting/p1', 3, 'output-map')];
  expect(leftOff(answers)).toEqual({ chapter: squeezeNet, place: 'fire-module' });
});

test('after a complete chapter one goes on at the next', () => {
  expect(leftOff(all('counting', 1))).toEqual({ chapter: squeezeNet, place: undefined });
  expect(leftOff([])).toBeUndefined();
});
