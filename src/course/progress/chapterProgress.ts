import { courseChapters, questionCount, type CourseChapter } from '../chapters';
import { checksShown } from '../lesson';
import { chapterOf, type Answer } from './answer';
import { checkScore, type CheckScore } from './checkScore';

/** How far one has come in a chapter. */
export type ChapterProgress = {
  readonly answered: number;
  /** At least one. */
  readonly questions: number;
  readonly isComplete: boolean;
  /** The latest answer of the chapter. */
  readonly last: Answer | undefined;
  /** Of the questions at its end; undefined before the first answer to them. */
  readonly score: CheckScore | undefined;
};

/** Counts predictions and exercises, and checks up to the number that is shown; claims are beside the course. */
export function chapterProgress(chapter: CourseChapter, answers: Iterable<Answer>): ChapterProgress {
  const own = [...answers].filter(({ id }) => chapterOf(id) === chapter.path);
  const ofKind = (letter: string): number =>
    own.filter(({ id }) => id.slice(id.indexOf('/') + 1).startsWith(letter)).length;
  const questions = questionCount(chapter);
  const answered =
    Math.min(chapter.predictions, ofKind('p')) +
    Math.min(checksShown, ofKind('q')) +
    Math.min(chapter.exercises, ofKind('e'));
  return {
    answered,
    questions,
    isComplete: answered === questions,
    last: latestOf(own),
    score: checkScore(chapter.path, own),
  };
}

/**
 * Where to go on: the chapter of the latest answer, at the section of it, or the next chapter where that one is complete.
 * Undefined before the first answer, and after the last chapter.
 */
export function leftOff(
  answers: Iterable<Answer>,
): { readonly chapter: CourseChapter; readonly place: string | undefined } | undefined {
  const all = [...answers];
  const last = latestOf(all);
  if (last === undefined) return undefined;
  const position = courseChapters.findIndex(({ path }) => path === chapterOf(last.id));
  const chapter = courseChapters[position];
  if (chapter !== undefined && !chapterProgress(chapter, all).isComplete) return { chapter, place: last.place };
  const next = courseChapters.slice(position + 1).find((each) => !chapterProgress(each, all).isComplete);
  return next === undefined ? undefined : { chapter: next, place: undefined };
}

function latestOf(answers: readonly Answer[]): Answer | undefined {
  return answers.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
}
