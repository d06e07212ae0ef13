import { useLingui } from '@lingui/react/macro';
import { quizMarks, type QuizMark } from '../../../course/quizMarks';
import { saidCounts, type TaskGroup } from '../../../lab/results/taskGroups';
import { useWords } from '../../explain/lesson/useWords';
import { exactNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './CollectPage.module.css';
import type { Lessons } from './useLessons';

type QuizTableProps = { readonly group: TaskGroup; readonly lessons: Lessons };

/** The questions of a quiz: how many had them right, and the commonest wrong answer. */
export function QuizTable({ group: { results, title }, lessons }: QuizTableProps) {
  const { t, i18n } = useLingui();
  const write = useWords();
  const marks = results.flatMap(({ outcome }): readonly (readonly QuizMark[])[] => {
    const lesson = outcome.kind === 'quiz' ? lessons.get(outcome.chapter) : undefined;
    return outcome.kind === 'quiz' && lesson !== undefined
      ? [quizMarks(lesson.checks, outcome.seed, outcome.answers)]
      : [];
  });
  const [first] = marks;
  if (first === undefined) return null;
  const questions = first.map(({ check }, index) => {
    const said = marks.flatMap((sheet) => sheet[index] ?? []);
    const wrong = saidCounts(
      said.flatMap((mark) => (mark.isRight === false && mark.said !== undefined ? [mark.said] : [])),
    );
    return { check, right: said.filter(({ isRight }) => isRight === true).length, of: said.length, wrong: wrong[0] };
  });
  type Row = (typeof questions)[number];
  const labelOf = ({ check }: Row, said: string): string => {
    if (check.kind === 'computed') return exactNumberText(Number(said), i18n.locale);
    if (check.kind === 'truth') return said === 'true' ? t`True` : t`False`;
    const option = check.options.find(({ value }) => value === said);
    return option === undefined ? said : write(option.label);
  };
  return (
    <Table
      look="results"
      className={styles.table}
      label={t`Questions: ${title}`}
      fileName="quiz"
      rows={questions}
      keyOf={({ check }) => check.id}
      columns={[
        {
          head: t`Question`,
          file: 'question',
          value: ({ check }) => write(check.kind === 'truth' ? check.statement : check.question),
        },
        { head: t`right`, file: 'right', value: ({ right, of }) => t`${right} of ${of}` },
        {
          head: t`commonest wrong answer`,
          file: 'commonestWrong',
          value: (row) =>
            row.wrong === undefined ? '–' : `${String(row.wrong.count)}× ${labelOf(row, row.wrong.said)}`,
        },
      ]}
    />
  );
}
