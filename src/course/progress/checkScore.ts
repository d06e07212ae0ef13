import { chapterOf, type Answer } from './answer';

/** How many questions at the end of a chapter are answered, and right, of those that were drawn together last. */
export type CheckScore = { readonly right: number; readonly answered: number };

/** Undefined before the first answer. */
export function checkScore(path: string, answers: Iterable<Answer>): CheckScore | undefined {
  const all = [...answers];
  const last = latestCheck(path, all);
  if (last === undefined) return undefined;
  const sheet = all.filter((answer) => isCheckOf(path, answer) && answer.seed === last.seed);
  return { right: sheet.filter(({ isRight }) => isRight).length, answered: sheet.length };
}

/** The seed of the questions that were answered last at the end of a chapter; undefined where none tells it. */
export function keptSeed(path: string, answers: Iterable<Answer>): number | undefined {
  return latestCheck(path, answers)?.seed;
}

function latestCheck(path: string, answers: Iterable<Answer>): Answer | undefined {
  return [...answers]
    .filter((answer) => isCheckOf(path, answer))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
}

function isCheckOf(path: string, { id, isRight }: Answer): boolean {
  return chapterOf(id) === path && /\/q[0-9]+$/.test(id) && isRight !== undefined;
}
