import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { pathsWithSubjects, subjectsOf } from '../../classroom/subject';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import styles from './Classroom.module.css';
import { GoalEditor } from './GoalEditor';
import { draftIn, locksOn, movedDraft, type TaskDraft } from './taskDraft';
import { taskPages } from '../explain/task/taskPages';
import { placeOf } from './taskPlace';
import { useKnobNames } from '../explain/task/useKnobNames';

type PageFieldsProps = {
  readonly draft: TaskDraft;
  readonly onChange: (part: Partial<TaskDraft>) => void;
};

/** The page of a task and its state, the goal, and what is locked. */
export function PageFields({ draft, onChange }: PageFieldsProps) {
  const { t, i18n } = useLingui();
  const { path, query } = placeOf(draft.address);
  const subjects = subjectsOf(path);
  const nameOf = usePageNames();
  const paths = [...new Set([...pathsWithSubjects(), path])];
  return (
    <>
      <section className={styles.group}>
        <Select
          label={t`Page`}
          options={paths.map((value) => ({ value, label: nameOf(value) }))}
          value={path}
          onChange={(to) => {
            onChange(movedDraft(draft, to));
          }}
        />
        <StateField key={draft.address} draft={draft} onChange={onChange} />
      </section>
      <section className={styles.group}>
        <h2>
          <Trans>Goal</Trans>
        </h2>
        <GoalEditor
          subjects={subjects}
          start={query}
          goal={draft.goal}
          onChange={(goal) => {
            onChange({ goal });
          }}
        />
      </section>
      {subjects.length === 0 ? null : (
        <section className={styles.group}>
          <h2>
            <Trans>Locked controls</Trans>
          </h2>
          {subjects.map((subject) => (
            <div key={subject.id} className={styles.group}>
              {subjects.length > 1 ? <p className={styles.note}>{i18n._(subject.name)}</p> : null}
              <Locks path={path} subject={subject.id} draft={draft} onChange={onChange} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

type LocksProps = Pick<PageFieldsProps, 'draft' | 'onChange'> & { readonly path: string; readonly subject: string };

function Locks({ path, subject, draft, onChange }: LocksProps) {
  const knobName = useKnobNames();
  return (
    <div className={styles.locks}>
      {locksOn(path)
        .filter((lock) => lock.subject === subject)
        .map(({ key, knob }) => (
          <Switch
            key={key}
            label={knobName(knob)}
            isOn={draft.locked.includes(key)}
            onChange={(isOn) => {
              const others = draft.locked.filter((each) => each !== key);
              onChange({ locked: isOn ? [...others, key] : others });
            }}
          />
        ))}
    </div>
  );
}

/** The state at which the task begins: a link that was copied from the page. The link of a task brings all of the task. */
function StateField({ draft, onChange }: PageFieldsProps) {
  const start = `#${draft.address}`;
  const [text, setText] = useState(start);
  const read = draftIn(text, draft);
  return (
    <TextField
      className={styles.field}
      value={text}
      isInvalid={read === undefined}
      validationBehavior="aria"
      onChange={setText}
      onBlur={() => {
        if (read !== undefined && text !== start) onChange(read);
      }}
    >
      <Label>
        <Trans>Where it begins: paste the link of a page as you have set it up, or of a task to change</Trans>
      </Label>
      <Input spellCheck={false} />
      <FieldError className={styles.note}>
        <Trans>This is no link of a page of this app that a task can be done on.</Trans>
      </FieldError>
    </TextField>
  );
}

/** The titles of the pages that a task can be done on. */
function usePageNames(): (path: string) => string {
  const { i18n } = useLingui();
  return (path) => {
    const title = taskPages.get(path);
    return title === undefined ? path : i18n._(title);
  };
}
