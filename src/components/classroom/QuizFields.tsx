import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, NumberField } from 'react-aria-components';
import { inventoryItems } from '../../classroom/inventory';
import { courseChapters } from '../../course/chapters';
import { Button } from '../ui/Button';
import { ChoiceControl } from '../ui/ChoiceControl';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import styles from './Classroom.module.css';
import type { TaskDraft } from './taskDraft';

type FieldsProps = { readonly draft: TaskDraft; readonly onChange: (part: Partial<TaskDraft>) => void };

/** Which chapter, and which draw of its questions. */
export function QuizFields({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  return (
    <section className={styles.group}>
      <Select
        label={t`Chapter`}
        options={courseChapters.map(({ path, title }) => ({ value: path, label: i18n._(title) }))}
        value={draft.chapter}
        onChange={(chapter) => {
          onChange({ chapter });
        }}
      />
      <NumberField
        className={`${styles.field} ${styles.number}`}
        value={draft.seed}
        minValue={0}
        maxValue={999_999}
        step={1}
        isWheelDisabled
        onChange={(seed) => {
          if (!Number.isNaN(seed)) onChange({ seed });
        }}
      >
        <Label>
          <Trans>Draw</Trans>
        </Label>
        <Input />
      </NumberField>
      <p className={styles.note}>
        <Trans>The same draw asks everyone the same five questions; another one has other numbers.</Trans>
      </p>
    </section>
  );
}

/** Before or after the course, and which of the ten items. */
export function InventoryFields({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const short = [3, 4, 5, 6, 10];
  return (
    <section className={styles.group}>
      <ChoiceControl
        label={t`Given`}
        options={[
          { value: 'before', label: t`before the course` },
          { value: 'after', label: t`after it` },
        ]}
        value={draft.when}
        onChange={(when) => {
          onChange({ when });
        }}
      />
      <div className={styles.tools}>
        <Button
          look="quiet"
          onPress={() => {
            onChange({ items: inventoryItems.map(({ number }) => number) });
          }}
        >
          <Trans>All ten</Trans>
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            onChange({ items: short });
          }}
        >
          <Trans>Five of them</Trans>
        </Button>
      </div>
      {inventoryItems.map(({ number, question }) => (
        <Switch
          key={number}
          label={`${String(number)} ${i18n._(question)}`}
          isOn={draft.items.includes(number)}
          isDisabled={draft.items.length === 1 && draft.items.includes(number)}
          onChange={(isOn) => {
            const others = draft.items.filter((each) => each !== number);
            onChange({ items: (isOn ? [...others, number] : others).toSorted((one, other) => one - other) });
          }}
        />
      ))}
      <p className={styles.note}>
        <Trans>Students see no answers. Collect compares before and after, item by item.</Trans>
      </p>
    </section>
  );
}
