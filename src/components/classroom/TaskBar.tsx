import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { clearSheet, sheets } from '../../classroom/kept/sheets';
import type { CodeFault } from '../../classroom/packedJson';
import { addressOf, taskId, taskOfCode, taskParameter, type PageTask, type Task } from '../../classroom/task';
import { useReading } from '../ui/address/readings';
import { holdValues } from '../ui/address/locks';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Message } from '../ui/Message';
import styles from './Classroom.module.css';
import { ConditionList } from './ConditionList';
import { HandIn } from './HandIn';
import { usePageOutcome } from './usePageOutcome';
import { taskPages } from '../explain/task/taskPages';
import { locksOf, openedMs, placeOf } from './taskPlace';
import { TaskText } from './TaskText';
import { TimeLeft } from './TimeLeft';
import { useOpenSheets, useSheet } from './useSheet';
import { useTaskState } from './useTaskState';

/** What somebody was asked to do on this page, at the foot of the window. It stays on the way over other pages. */
export function TaskBar() {
  const { pathname, search } = useLocation();
  const arrived = new URLSearchParams(search).get(taskParameter);
  const [code, setCode] = useState(arrived);
  if (arrived !== null && arrived !== code) setCode(arrived);
  useReading([taskParameter], nothingRefused);
  const task = useMemo(() => (code === null ? null : taskOfCode(code)), [code]);
  const go = useNavigate();
  const leave = () => {
    setCode(null);
    const query = new URLSearchParams(window.location.hash.split('?')[1] ?? '');
    query.delete(taskParameter);
    void go(`${pathname}${query.size === 0 ? '' : `?${query.toString()}`}`, { replace: true });
  };
  if (task === null) return null;
  if (!task.ok) return <UnreadTask fault={task.error.kind} onDismiss={leave} />;
  if (!taskPages.has(placeOf(addressOf(task.value)).path) && task.value.kind === 'page')
    return <UnreadTask fault="noPage" onDismiss={leave} />;
  return <OpenTask key={code} task={task.value} code={code ?? ''} onLeave={leave} />;
}

const nothingRefused = [] as const;

type UnreadTaskProps = { readonly fault: CodeFault['kind'] | 'noPage'; readonly onDismiss: () => void };

/** A code that is not read leaves the page as it is, and says why. */
function UnreadTask({ fault, onDismiss }: UnreadTaskProps) {
  const { t } = useLingui();
  const titles = {
    broken: t`The task in this link cannot be read: a part of it is missing or changed.`,
    newer: t`The task in this link was made with a newer version of this app.`,
    tooLong: t`The task in this link is too long to be one.`,
    noPage: t`The task in this link is about a page that this app does not have.`,
  };
  return (
    <section className={styles.bar} aria-label={t`Task`} data-keeps-focus>
      <Message tone="warning" title={titles[fault]} onDismiss={onDismiss}>
        {fault === 'newer' ? (
          <Trans>Reload the page to get that version. Until then it opens without the task.</Trans>
        ) : (
          <Trans>The page opens without it. Ask your teacher for the link again, and copy all of it.</Trans>
        )}
      </Message>
    </section>
  );
}

type OpenTaskProps = { readonly task: Task; readonly code: string; readonly onLeave: () => void };

function OpenTask({ task, code, onLeave }: OpenTaskProps) {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const go = useNavigate();
  const [opened, setOpened] = useState(() => openedMs(task));
  const [isFolded, setIsFolded] = useState(false);
  const address = addressOf(task);
  const isHere = placeOf(address).path === pathname;
  return (
    <section className={styles.bar} aria-label={t`Task`} data-keeps-focus>
      <div className={styles.head}>
        <div className={styles.words}>
          {task.title === '' && !isFolded ? null : (
            <p className={styles.title}>{task.title === '' ? <Trans>Task</Trans> : task.title}</p>
          )}
          <TaskText text={task.text} isHidden={isFolded} />
        </div>
        <div className={styles.side}>
          {task.minutes === null ? null : <TimeLeft openedMs={opened} minutes={task.minutes} />}
          {isFolded ? null : (
            <Button look="quiet" icon="close" onPress={onLeave}>
              <Trans>Leave the task</Trans>
            </Button>
          )}
          <IconButton
            icon={isFolded ? 'plus' : 'minus'}
            label={isFolded ? t`Show the whole task` : t`Fold the task`}
            onPress={() => {
              setIsFolded(!isFolded);
            }}
          />
        </div>
      </div>
      {isHere ? (
        task.kind === 'page' ? (
          <PageWork task={task} opened={opened} isFolded={isFolded} onAgain={setOpened} />
        ) : (
          <QuizWork task={task} opened={opened} isFolded={isFolded} onAgain={setOpened} />
        )
      ) : (
        <div>
          <Button
            look="primary"
            onPress={() => void go(`${address}${address.includes('?') ? '&' : '?'}${taskParameter}=${code}`)}
          >
            <Trans>Back to the task</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

type WorkProps<T> = {
  readonly task: T;
  readonly opened: number;
  /** Shows how far one is, and not how to hand it in. */
  readonly isFolded: boolean;
  /** Another person begins at this device. */
  readonly onAgain: (openedMs: number) => void;
};

/** The goal with what the page counts now; holds the locked values while the page shows. */
function PageWork({ task, opened, isFolded, onAgain }: WorkProps<PageTask>) {
  const state = useTaskState(task);
  const outcome = usePageOutcome(task, state);
  useEffect(() => {
    holdValues(locksOf(task));
    return () => {
      holdValues({});
    };
  }, [task]);
  return (
    <>
      <ConditionList states={state.states} subjects={state.subjects} />
      <div hidden={isFolded}>
        <HandIn task={task} opened={opened} isReady={state.isSolved !== false} outcome={outcome} onAgain={onAgain} />
      </div>
    </>
  );
}

function QuizWork({ task, opened, isFolded, onAgain }: WorkProps<Exclude<Task, PageTask>>) {
  const { answers } = useSheet(task);
  const id = taskId(task);
  const count = useOpenSheets(({ counts }) => counts.get(id)) ?? 0;
  const answered = Object.keys(answers).length;
  return (
    <>
      <p className={styles.text} role="status">
        {count === 0 ? null : (
          <Trans>
            {answered} of {count} answered.
          </Trans>
        )}
      </p>
      <div hidden={isFolded}>
        <HandIn
          task={task}
          opened={opened}
          isReady={count > 0 && answered === count}
          outcome={() =>
            task.kind === 'quiz'
              ? { kind: 'quiz', chapter: task.chapter, seed: task.seed, answers }
              : { kind: 'inventory', when: task.when, items: task.items, answers }
          }
          onAgain={(ms) => {
            void clearSheet(sheets, id);
            useOpenSheets.getState().begin(id);
            onAgain(ms);
          }}
        />
      </div>
    </>
  );
}
