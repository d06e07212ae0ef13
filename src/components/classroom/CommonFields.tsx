import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { askedKinds, textLimits } from '../../classroom/task';
import { ChoiceControl } from '../ui/ChoiceControl';
import { Select } from '../ui/Select';
import styles from './Classroom.module.css';
import type { TaskDraft } from './taskDraft';

type FieldsProps = { readonly draft: TaskDraft; readonly onChange: (part: Partial<TaskDraft>) => void };

const offeredMinutes = [3, 5, 10, 15, 20, 30, 45, 60, 90] as const;

/** What every task has: words, what the student gives, and a time limit. */
export function CommonFields({ draft, onChange }: FieldsProps) {
  const { t } = useLingui();
  const asked = { name: t`a name`, number: t`a number`, nothing: t`nothing` };
  const minutes = [...new Set([...offeredMinutes, draft.minutes ?? 5])].toSorted((one, other) => one - other);
  return (
    <>
      <TextField
        className={styles.field}
        value={draft.title}
        maxLength={textLimits.title}
        onChange={(title) => {
          onChange({ title });
        }}
      >
        <Label>
          <Trans>Name of the task, for your list</Trans>
        </Label>
        <Input />
      </TextField>
      <TextField
        className={styles.field}
        value={draft.text}
        maxLength={textLimits.text}
        onChange={(text) => {
          onChange({ text });
        }}
      >
        <Label>
          <Trans>What to do, in your words</Trans>
        </Label>
        <TextArea rows={3} />
      </TextField>
      <ChoiceControl
        label={t`The student gives`}
        options={askedKinds.map((value) => ({ value, label: asked[value] }))}
        value={draft.asks}
        onChange={(asks) => {
          onChange({ asks });
        }}
      />
      <Select
        label={t`Time limit`}
        options={[
          { value: '0', label: t`none` },
          ...minutes.map((count) => ({ value: String(count), label: t`${count} minutes` })),
        ]}
        value={String(draft.minutes ?? 0)}
        onChange={(value) => {
          onChange({ minutes: value === '0' ? null : Number(value) });
        }}
      />
    </>
  );
}
