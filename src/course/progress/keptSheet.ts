import type { ShownCheck } from '../drawChecks';
import { markedOf, type Marked } from '../marked';
import type { Answer } from './answer';

/**
 * What was answered to the questions of a seed. An answer that was marked otherwise, by another version of the question,
 * is none to this one.
 */
export function keptMarks(
  checks: readonly ShownCheck[],
  seed: number,
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<string, Marked> {
  const marks = checks.flatMap((check) => {
    const answer = answers.get(check.id);
    const marked = answer?.seed === seed ? markedOf(check, answer.given) : undefined;
    return marked !== undefined && marked.isRight === answer?.isRight ? [[check.id, marked] as const] : [];
  });
  return new Map(marks);
}
