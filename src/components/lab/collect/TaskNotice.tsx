import { Plural, Trans } from '@lingui/react/macro';
import { taskId, type Task } from '../../../classroom/task';
import { useTaskSubject } from '../../explain/task/useTaskSubject';
import { Message } from '../../ui/Message';
import { PageLink } from '../../ui/PageLink';
import { Sentences } from '../../ui/Sentences';
import styles from './CollectPage.module.css';

type TaskNoticeProps = {
  /** At least one. */
  readonly tasks: readonly Task[];
  /** How many have handed in a task, by its id. */
  readonly handedIn: ReadonlyMap<string, number>;
  /** Whether this browser keeps them from now on. */
  readonly isKept: boolean;
  readonly onDismiss: () => void;
};

/** Says of links to tasks that they hold no results, which tasks they are, and where results come from. */
export function TaskNotice({ tasks, handedIn, isKept, onDismiss }: TaskNoticeProps) {
  const subjectOf = useTaskSubject();
  return (
    <Message
      tone="note"
      title={
        <Plural
          value={tasks.length}
          one="This is the link to a task, not to a result."
          other="These are links to tasks, not to results."
        />
      }
      onDismiss={onDismiss}
    >
      <ul className={styles.faults}>
        {tasks.map((task) => (
          <li key={taskId(task)}>
            {task.title === '' ? <Trans>A task without a name</Trans> : <bdi>{task.title}</bdi>} ({subjectOf(task)}):{' '}
            <HandedIn count={handedIn.get(taskId(task)) ?? 0} />
          </li>
        ))}
      </ul>
      <p>
        <Sentences>
          <Trans>Students get the link to their result when they press “Hand in”: it has “#/collect?r=” in it.</Trans>
          {isKept ? (
            <Trans>
              <PageLink to="/task">Make a task</PageLink> lists the task now.
            </Trans>
          ) : null}
        </Sentences>
      </p>
    </Message>
  );
}

function HandedIn({ count }: { readonly count: number }) {
  return count === 0 ? (
    <Trans>nothing is handed in yet</Trans>
  ) : (
    <Plural value={count} one="# handed in, below" other="# handed in, below" />
  );
}
