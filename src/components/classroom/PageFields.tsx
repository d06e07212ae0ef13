import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { pathsWithSubjects, subjectsOf } from '../../classroom/subject';
import { courseChapters } from '../../course/chapters';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import styles from './Classroom.module.css';
import { GoalEditor } from './GoalEditor';
import { addressIn, locksOn, type TaskDraft } from './taskDraft';
import { placeOf } from './taskPlace';
import { useKnobNames } from './useKnobNames';

type PageFieldsProps = {
  readonly draft: TaskDraft;
  /** To another page, or another state of it. */
  readonly onMove: (address: string) => void;
  readonly onChange: (part: Partial<TaskDraft>) => void;
};

/** The page of a task and its state, the goal, and what is locked. */
export function PageFields({ draft, onMove, onChange }: PageFieldsProps) {
  const { t, i18n } = useLingui();
  const { path } = placeOf(draft.address);
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
          onChange={onMove}
        />
        <StateField key={draft.address} address={draft.address} onMove={onMove} />
      </section>
      <section className={styles.group}>
        <h2>
          <Trans>Goal</Trans>
        </h2>
        <GoalEditor
          subjects={subjects}
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

/** The state at which the task begins: a link that was copied from the page. */
function StateField({ address, onMove }: { readonly address: string; readonly onMove: (address: string) => void }) {
  const [text, setText] = useState(`#${address}`);
  const read = addressIn(text);
  return (
    <TextField
      className={styles.field}
      value={text}
      isInvalid={read === undefined}
      validationBehavior="aria"
      onChange={setText}
      onBlur={() => {
        if (read !== undefined && read !== address) onMove(read);
      }}
    >
      <Label>
        <Trans>State at the beginning: a link of that page, as it stands there</Trans>
      </Label>
      <Input spellCheck={false} />
      <FieldError className={styles.note}>
        <Trans>This is no link of a page of this app.</Trans>
      </FieldError>
    </TextField>
  );
}

/** The titles of the pages that have goals. */
export function usePageNames(): (path: string) => string {
  const { t, i18n } = useLingui();
  return (path) => {
    const chapter = courseChapters.find((each) => each.path === path);
    if (chapter !== undefined) return i18n._(chapter.title);
    const others: Readonly<Record<string, string>> = { '/networks': t`Networks`, '/layers': t`Layers` };
    return others[path] ?? path;
  };
}
