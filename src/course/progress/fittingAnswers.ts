import { courseChapters } from '../chapters';
import type { Lesson } from '../lesson';
import { chapterOf, type Answer } from './answer';
import { answerMisfit, type AnswerMisfit } from './answerMisfit';

/** The answers of a file that are answers to the questions of this version, and those that are not. */
export type FittingAnswers = {
  /** One for each question: the later one. */
  readonly fitting: readonly Answer[];
  readonly leftOut: readonly { readonly id: string; readonly misfit: AnswerMisfit }[];
  /** How many were marked otherwise than they are here. */
  readonly remarked: number;
};

/**
 * Holds the answers of a file against the questions that they name.
 * @param lessonAt loads a chapter’s lesson; where it rejects, nothing is taken
 * @param now a later answer would outlast any new one, so it counts as given now
 */
export async function fittingAnswers(
  answers: readonly Answer[],
  lessonAt: (path: string) => Promise<Lesson | undefined>,
  now: Date,
): Promise<FittingAnswers> {
  const named = new Set(answers.map(({ id }) => chapterOf(id)));
  const paths = courseChapters.map(({ path }) => path).filter((path) => named.has(path));
  const loaded = await Promise.all(paths.map(async (path) => [path, await lessonAt(path)] as const));
  const lessons = new Map<string, Lesson | undefined>(loaded);
  const latest = new Map<string, Answer>();
  const leftOut: { readonly id: string; readonly misfit: AnswerMisfit }[] = [];
  let remarked = 0;
  for (const answer of answers.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const { id, at } = answer;
    const lesson = lessons.get(chapterOf(id));
    const misfit = answerMisfit(answer, lesson);
    if (misfit !== undefined) {
      leftOut.push({ id, misfit });
      continue;
    }
    const isRight = rightness(answer, lesson);
    if (isRight !== answer.isRight) remarked += 1;
    latest.set(id, {
      ...answer,
      ...(isRight === undefined ? {} : { isRight }),
      at: Date.parse(at) > now.getTime() ? now.toISOString() : at,
    });
  }
  return { fitting: [...latest.values()], leftOut, remarked };
}

/** Whether an answer to a check is right. Only its own version knows what a computed one was drawn with. */
function rightness({ id, given, isRight }: Answer, lesson: Lesson | undefined): boolean | undefined {
  const check = lesson?.checks.find((each) => each.id === id);
  if (check?.kind === 'choice') return given.kind === 'choice' && given.value === check.answer;
  if (check?.kind === 'truth') return given.kind === 'truth' && given.isTrue === check.isTrue;
  return isRight;
}
