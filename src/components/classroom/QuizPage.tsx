import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useEffect, useMemo, useState } from 'react';
import { PageLink } from '../ui/PageLink';
import { inventoryItem } from '../../classroom/inventory';
import { say, sheets } from '../../classroom/kept/sheets';
import { taskId, taskOfCode, taskParameter, type Task } from '../../classroom/task';
import { drawChecks, type ShownCheck } from '../../course/drawChecks';
import type { Option } from '../../course/prediction';
import { ExplorePage } from '../explain/page/ExplorePage';
import { useLessonSource } from '../explain/lesson/lessonSource';
import { useAddress } from '../ui/address/useAddress';
import { Message } from '../ui/Message';
import styles from './Classroom.module.css';
import { QuizQuestion, type Question } from './QuizQuestion';
import { useOpenSheets, useSheet } from './useSheet';

const address = { [taskParameter]: parseAsString };

/** The questions of a task, without a word on what is right. They are handed in with the bar of the task. */
export function QuizPage() {
  const { t } = useLingui();
  const [{ task: code }] = useAddress(address);
  const task = useMemo(() => askedIn(code), [code]);
  const questions = useQuestions(task);
  return (
    <ExplorePage
      title={t`Questions`}
      lede={
        task !== null ? (
          <Trans>Answer each one alone. The answers are yours until you hand them in.</Trans>
        ) : (
          <Trans>A teacher’s link opens its questions here.</Trans>
        )
      }
    >
      {task !== null ? (
        questions === undefined ? null : questions.length === 0 ? (
          <Message tone="warning">
            <Trans>
              This app has no questions of the chapter that the link names. Ask your teacher for another link.
            </Trans>
          </Message>
        ) : (
          <Questions key={code} task={task} questions={questions} />
        )
      ) : (
        <Message tone="note">
          <Trans>
            There are no questions in this address. Teachers make them on the page{' '}
            <PageLink to="/task">Make a task</PageLink>.
          </Trans>
        </Message>
      )}
    </ExplorePage>
  );
}

/** The task of a code, if it asks questions. */
function askedIn(code: string | null): Task | null {
  const task = code === null ? null : taskOfCode(code);
  return task?.ok === true && task.value.kind !== 'page' ? task.value : null;
}

function Questions({ task, questions }: { readonly task: Task; readonly questions: readonly Question[] }) {
  const id = taskId(task);
  const { answers, isRead, isLost } = useSheet(task);
  const person = useOpenSheets(({ begun }) => begun.get(id)) ?? 0;
  const { show } = useOpenSheets.getState();
  useEffect(() => {
    show(id, questions.length);
  }, [show, id, questions]);
  return (
    <>
      {isLost ? (
        <Message tone="note">
          <Trans>This browser does not keep your answers: hand them in before you close or reload this page.</Trans>
        </Message>
      ) : null}
      <ol key={person} className={styles.questions} aria-busy={!isRead}>
        {questions.map((question) => (
          <li key={question.id}>
            <QuizQuestion
              question={question}
              said={answers[question.id]}
              onSay={(said) => void say(sheets, id, question.id, said)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Undefined until the chapter's questions are loaded. */
function useQuestions(task: Task | null): readonly Question[] | undefined {
  const source = useLessonSource();
  const [loaded, setLoaded] = useState<{ readonly of: Task; readonly checks: readonly ShownCheck[] } | null>(null);
  useEffect(() => {
    if (task?.kind !== 'quiz') return;
    let isCurrent = true;
    void source(task.chapter).then((lesson) => {
      if (isCurrent) setLoaded({ of: task, checks: lesson === undefined ? [] : drawChecks(lesson.checks, task.seed) });
    });
    return () => {
      isCurrent = false;
    };
  }, [source, task]);
  return useMemo(() => {
    if (task?.kind === 'inventory') return task.items.flatMap(questionOfItem);
    if (task?.kind !== 'quiz' || loaded?.of !== task) return undefined;
    return loaded.checks.map((check) => ({ id: check.id, check }));
  }, [task, loaded]);
}

function questionOfItem(number: number): readonly Question[] {
  const item = inventoryItem(number);
  if (item === undefined) return [];
  const options: readonly Option[] = item.options.map(({ letter, label }) => ({ value: letter, label }));
  // The right letter is not on the page: it is not needed before the teacher has the answers.
  const check: ShownCheck = {
    kind: 'choice',
    id: String(number),
    question: item.question,
    options,
    answer: '',
    why: item.question,
  };
  return [{ id: check.id, check }];
}
