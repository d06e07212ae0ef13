import { Trans } from '@lingui/react/macro';
import type { ConditionState } from '../../classroom/goal';
import type { Subject } from '../../classroom/subject';
import { Icon } from '../ui/Icon';
import { Spoken } from '../ui/Spoken';
import styles from './Classroom.module.css';
import { useTaskWords } from '../explain/task/useTaskWords';

type ConditionListProps = { readonly states: readonly ConditionState[]; readonly subjects: readonly Subject[] };

/** What a goal asks, each with what the page counts now and whether that does. */
export function ConditionList({ states, subjects }: ConditionListProps) {
  const { subjectName, conditionText, nowText } = useTaskWords(subjects);
  return (
    <ul className={styles.conditions}>
      {states.map((state, index) => (
        <li key={index} data-met={state.isMet}>
          <span className={styles.sign}>
            {state.isMet ? <Icon name="check" /> : <span className={styles.open} aria-hidden="true" />}
          </span>
          <span>
            <StateWords
              subject={subjectName(state.condition.subject)}
              condition={conditionText(state.condition)}
              now={nowText(state)}
            />{' '}
            <Spoken>{state.isMet ? <Trans>Reached.</Trans> : <Trans>Not yet.</Trans>}</Spoken>
          </span>
        </li>
      ))}
    </ul>
  );
}

type StateWordsProps = { readonly subject: string; readonly condition: string; readonly now: string };

function StateWords({ subject, condition, now }: StateWordsProps) {
  return (
    <Trans>
      <span className={styles.subject}>{subject}:</span> {condition}; <strong>{now}</strong>
    </Trans>
  );
}
