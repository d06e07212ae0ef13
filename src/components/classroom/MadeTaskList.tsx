import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { listedTasks, madeTasks } from '../../classroom/kept/madeTasks';
import { taskLink, type Task } from '../../classroom/task';
import { useTaskSubject } from '../explain/task/useTaskSubject';
import { Button } from '../ui/Button';
import { CopyGivenLink } from '../ui/CopyGivenLink';
import { DownloadButton } from '../ui/DownloadButton';
import { Message } from '../ui/Message';
import styles from './Classroom.module.css';
import { appAddress } from './taskPlace';

/** The tasks that were made in this browser, for a teacher who closed the page; each can be taken again, copied and removed. */
export function MadeTaskList({ onEdit }: { readonly onEdit: (task: Task) => void }) {
  const { t, i18n } = useLingui();
  const { records, fault, erased, erase, undo, open } = useStore(madeTasks);
  const subjectOf = useTaskSubject();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    void open();
  }, [open]);
  const listed = listedTasks({ records });
  const remove = (ids: readonly string[]) => {
    void erase(ids);
    section.current?.focus();
  };
  if (listed.length === 0 && erased.length === 0 && fault === null) return null;
  return (
    <section ref={section} tabIndex={-1} className={styles.made} aria-label={t`Tasks made in this browser`}>
      <h2>
        <Trans>Tasks made in this browser</Trans>
      </h2>
      {fault === null ? null : (
        <Message tone="note">
          <Trans>
            This browser does not keep tasks: copy the link, or save it as a file, before you leave this page.
          </Trans>
        </Message>
      )}
      <ul className={styles.madeList}>
        {listed.map(({ id, at, task }) => (
          <li key={id} className={styles.madeTask}>
            <div>
              <p className={styles.title}>{task.title === '' ? t`A task without a name` : task.title}</p>
              <p className={styles.note}>
                {subjectOf(task)} ·{' '}
                <time dateTime={at}>
                  {new Date(at).toLocaleString(i18n.locale, { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
              </p>
            </div>
            <div className={styles.tools}>
              <CopyGivenLink link={taskLink(task, appAddress())} />
              <Button
                look="quiet"
                onPress={() => {
                  onEdit(task);
                }}
              >
                <Trans>Edit a copy</Trans>
              </Button>
              <Button
                look="quiet"
                icon="close"
                onPress={() => {
                  remove([id]);
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {erased.length === 0 ? null : (
        <Message
          tone="note"
          actions={
            <Button icon="reset" onPress={() => void undo()}>
              <Trans>Undo</Trans>
            </Button>
          }
        >
          <Plural value={erased.length} one="# task was removed." other="# tasks were removed." />
        </Message>
      )}
      {listed.length === 0 ? null : (
        <div className={styles.tools}>
          <DownloadButton
            label={t`Save all links as a file`}
            fileName="tasks.txt"
            make={() => new Blob([linkList(listed.map(({ task }) => task))], { type: 'text/plain' })}
          />
          <Button
            look="quiet"
            icon="reset"
            onPress={() => {
              remove(listed.map(({ id }) => id));
            }}
          >
            <Trans>Remove all tasks</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

/** A line a task: its name, then its link. Collect on another device takes such a file. */
function linkList(tasks: readonly Task[]): string {
  return tasks.map((task) => `${task.title} ${taskLink(task, appAddress())}\n`.trimStart()).join('');
}
