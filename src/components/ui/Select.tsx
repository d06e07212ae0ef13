import { use } from 'react';
import { Button, Label, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { Icon } from './Icon';
import { optionItems, type SelectOption } from './optionItems';
import { LockedContext } from './lockedContext';
import styles from './Select.module.css';

type SelectProps<T extends string> = {
  readonly label: string;
  readonly options: readonly SelectOption<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly labelled?: 'above' | 'hidden';
  readonly isDisabled?: boolean;
  /** A sentence over the open list. */
  readonly note?: string | undefined;
};

/** Chooses one of many: a button that opens a list, searchable by typing. */
export function Select<T extends string>({
  label,
  options,
  value,
  onChange,
  placeholder = '',
  labelled = 'above',
  isDisabled = false,
  note,
}: SelectProps<T>) {
  const isLocked = use(LockedContext);
  return (
    <AriaSelect
      className={styles.root}
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled || isLocked}
      {...(labelled === 'hidden' ? { 'aria-label': label } : {})}
    >
      {labelled === 'hidden' ? null : <Label className={styles.label}>{label}</Label>}
      <Button className={styles.button}>
        <SelectValue className={styles.value}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      <Popover className={styles.popover}>
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
        <ListBox className={styles.list}>{optionItems(options)}</ListBox>
      </Popover>
    </AriaSelect>
  );
}
