import type { TaskResult } from '../../classroom/taskResult';
import type { ResultMessage } from '../../classroom/tellParent';
import { quizMarks } from '../../course/quizMarks';
import type { LessonSource } from '../explain/lesson/lessonSource';

/**
 * What the page around an embedded one hears of a result that is handed in, never who it is from. Undefined for the concept
 * inventory, whose answers stay open until it was given again.
 */
export async function resultMessage(
  { title, outcome }: TaskResult,
  lessonAt: LessonSource,
): Promise<ResultMessage | undefined> {
  const named = (other: string): string => (title === '' ? other : title);
  switch (outcome.kind) {
    case 'page': {
      const solved = outcome.isSolved !== false;
      const task = named(outcome.address.replace(/\?.*$/, ''));
      return { kind: 'result', task, score: solved ? 1 : 0, max: 1, done: true, solved };
    }
    case 'quiz': {
      const lesson = await lessonAt(outcome.chapter);
      if (lesson === undefined) return undefined;
      const marks = quizMarks(lesson.checks, outcome.seed, outcome.answers);
      const score = marks.filter(({ isRight }) => isRight === true).length;
      const [max, solved] = [marks.length, score === marks.length];
      return { kind: 'result', task: named(outcome.chapter), score, max, done: true, solved };
    }
    case 'inventory':
      return undefined;
  }
}
