import { inventoryItem } from '../../../classroom/inventory';
import { secondsOver, type TaskResult } from '../../../classroom/taskResult';
import { quizMarks } from '../../../course/quizMarks';
import { saidText, type TaskGroup } from '../../../lab/results/taskGroups';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import type { Lessons } from './useLessons';

/** How many of the questions of a result are right; undefined where there are none, or they are not loaded. */
export function scoreOf(
  { outcome }: TaskResult,
  lessons: Lessons,
): { readonly right: number; readonly of: number } | undefined {
  if (outcome.kind === 'inventory') {
    const right = outcome.items.filter((number) => outcome.answers[String(number)] === inventoryItem(number)?.answer);
    return { right: right.length, of: outcome.items.length };
  }
  if (outcome.kind === 'page') return undefined;
  const lesson = lessons.get(outcome.chapter);
  if (lesson === undefined) return undefined;
  const marks = quizMarks(lesson.checks, outcome.seed, outcome.answers);
  return { right: marks.filter(({ isRight }) => isRight === true).length, of: marks.length };
}

/** All that was handed in as a sheet: a row an answer or guess, and one a result without any. */
export function handedRows(groups: readonly TaskGroup[], lessons: Lessons): readonly SheetRow[] {
  const head = [
    'task',
    'title',
    'nickname',
    'date',
    'seconds',
    'over',
    'kind',
    'solved',
    'right',
    'of',
    'counted',
    'state',
    'question',
    'said',
  ];
  return [
    head,
    ...groups.flatMap(({ results }) =>
      results.flatMap((result) => {
        const { outcome } = result;
        const score = scoreOf(result, lessons);
        const shared = [
          result.taskId,
          result.title,
          result.nickname,
          new Date(result.atSeconds * 1000).toISOString(),
          result.tookSeconds,
          result.minutes === null ? '' : secondsOver(result),
          outcome.kind === 'inventory' ? `inventory ${outcome.when}` : outcome.kind,
          outcome.kind === 'page' && outcome.isSolved !== null ? String(outcome.isSolved) : '',
          score?.right ?? '',
          score?.of ?? '',
          outcome.kind === 'page' ? outcome.values.map((value) => value ?? '-').join(' ') : '',
          outcome.kind === 'page' ? outcome.address : outcome.kind === 'quiz' ? outcome.chapter : '',
        ];
        const said = Object.entries(outcome.kind === 'page' ? outcome.guesses : outcome.answers);
        if (said.length === 0) return [[...shared, '', '']];
        return said.map(([question, answer]) => [...shared, question, saidText(answer)]);
      }),
    ),
  ];
}
