import { drawChecks, type ShownCheck } from './drawChecks';
import type { Check } from './check';
import { markOf } from './marking';

/** A question of a quiz, what was said to it, and whether that is right; undefined where nothing was said. */
export type QuizMark = {
  readonly check: ShownCheck;
  readonly said: QuizSaid | undefined;
  readonly isRight: boolean | undefined;
};

type QuizSaid = number | string | readonly (number | string)[];

/** Marks the answers to the questions that a seed draws of a pool. A number that is right to two digits alone counts as wrong. */
export function quizMarks(
  pool: readonly Check[],
  seed: number,
  answers: Readonly<Record<string, QuizSaid>>,
): readonly QuizMark[] {
  return drawChecks(pool, seed).map((check) => {
    const said = answers[check.id];
    return { check, said, isRight: said === undefined ? undefined : isRight(check, said) };
  });
}

function isRight(check: ShownCheck, said: QuizSaid): boolean {
  switch (check.kind) {
    case 'computed':
      return typeof said === 'number' && markOf(said, check).kind === 'right';
    case 'choice':
      return said === check.answer;
    case 'truth':
      return said === String(check.isTrue);
  }
}
