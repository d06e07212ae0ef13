import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useRef, useState } from 'react';
import { taskCode, taskOfCode, type Task } from '../../classroom/task';
import { ExplorePage } from '../explain/page/ExplorePage';
import { useAddress } from '../ui/address/useAddress';
import { ChoiceControl } from '../ui/ChoiceControl';
import { Message } from '../ui/Message';
import { CommonFields } from './CommonFields';
import { InventoryFields, QuizFields } from './QuizFields';
import styles from './Classroom.module.css';
import { MadeTaskList } from './MadeTaskList';
import { PageFields } from './PageFields';
import { draftIn, draftOfTask, emptyDraft, taskOfDraft, type TaskDraft } from './taskDraft';
import { TaskOffer } from './TaskOffer';
import { TaskPreview } from './TaskPreview';
import { useKeptDraft } from './useKeptDraft';

const address = { draft: parseAsString, from: parseAsString };

/** A teacher makes a task, without an account: it is all in the link. The draft is in this page's address. */
export function MakeTaskPage() {
  const { t } = useLingui();
  const [{ draft: code, from }, write] = useAddress(address);
  const [{ draft: arrived, isUnread }] = useState(() => arrivedDraft(code, from));
  const [draft, setDraft] = useState(arrived);
  const task = taskOfDraft(draft);
  const form = useRef<HTMLDivElement>(null);
  const keep = useKeptDraft(task);
  const change = (part: Partial<TaskDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const changed = taskOfDraft(next);
    keep.change(changed);
    void write({ draft: taskCode(changed), from: null });
  };
  const editCopy = (other: Task) => {
    setDraft(draftOfTask(other));
    keep.begin();
    void write({ draft: taskCode(other), from: null });
    form.current?.focus();
    form.current?.scrollIntoView();
  };
  return (
    <ExplorePage
      title={t`Make a task`}
      lede={
        <Trans>
          Choose what your class does and what counts as done. One link or code then holds the whole task, and what they
          hand in comes back the same way.
        </Trans>
      }
    >
      {isUnread ? (
        <Message tone="warning">
          <Trans>The draft in the address cannot be read, so this page begins with an empty one.</Trans>
        </Message>
      ) : null}
      <div className={styles.make}>
        <div ref={form} tabIndex={-1} className={styles.form}>
          <ChoiceControl
            label={t`Kind of task`}
            options={[
              { value: 'page', label: t`A page with a goal` },
              { value: 'quiz', label: t`Questions of a chapter` },
              { value: 'inventory', label: t`Concept inventory` },
            ]}
            value={draft.kind}
            onChange={(kind) => {
              change({ kind });
            }}
          />
          {draft.kind === 'page' ? (
            <PageFields draft={draft} onChange={change} />
          ) : draft.kind === 'quiz' ? (
            <QuizFields draft={draft} onChange={change} />
          ) : (
            <InventoryFields draft={draft} onChange={change} />
          )}
          <CommonFields draft={draft} onChange={change} />
        </div>
        <div className={styles.preview}>
          <TaskPreview task={task} />
          <TaskOffer task={task} onTake={keep.give} />
        </div>
      </div>
      <MadeTaskList onEdit={editCopy} />
    </ExplorePage>
  );
}

function arrivedDraft(
  code: string | null,
  from: string | null,
): { readonly draft: TaskDraft; readonly isUnread: boolean } {
  if (code !== null) {
    const task = taskOfCode(code);
    return task.ok ? { draft: draftOfTask(task.value), isUnread: false } : { draft: emptyDraft, isUnread: true };
  }
  const draft = from === null ? emptyDraft : draftIn(from, emptyDraft);
  return { draft: draft ?? emptyDraft, isUnread: draft === undefined };
}
