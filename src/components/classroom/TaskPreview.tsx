import { Trans, useLingui } from '@lingui/react/macro';
import { conditionStates } from '../../classroom/goal';
import { subjectsOf } from '../../classroom/subject';
import type { PageTask, Task } from '../../classroom/task';
import styles from './Classroom.module.css';
import { ConditionList } from './ConditionList';
import { SearchVerdict } from './SearchVerdict';
import { placeOf } from './taskPlace';

/** What the class sees, with the goal at the state where it begins; below it, whether the goal can be reached. */
export function TaskPreview({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { minutes } = task;
  return (
    <section className={styles.group} aria-label={t`Preview`}>
      <h2>
        <Trans>The class sees</Trans>
      </h2>
      <div className={styles.paper}>
        {task.title === '' ? null : <p className={styles.title}>{task.title}</p>}
        <p className={styles.text}>
          {task.text === '' ? (
            <span className={styles.note}>
              <Trans>Your instructions appear here.</Trans>
            </span>
          ) : (
            task.text
          )}
        </p>
        {minutes === null ? null : (
          <p>
            <Trans>{minutes} minutes</Trans>
          </p>
        )}
        {task.kind === 'page' ? <StartStates task={task} /> : null}
      </div>
      {task.kind === 'page' ? <SearchVerdict task={task} /> : null}
    </section>
  );
}

function StartStates({ task }: { readonly task: PageTask }) {
  const { path, query } = placeOf(task.address);
  const subjects = subjectsOf(path);
  const asked = subjects.filter(({ id }) => task.goal.some(({ subject }) => subject === id));
  return <ConditionList states={conditionStates(task.goal, asked, query)} subjects={subjects} />;
}
