import type { ReactNode } from 'react';
import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon } from './Icon';
import styles from './Select.module.css';

export type SelectOption<T extends string> = {
  readonly value: T;
  readonly label: string;
  /** A quieter second line in the open list. */
  readonly detail?: ReactNode;
  /** Heading over this option; options of a group are adjacent. */
  readonly group?: string;
};

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
  return (
    <AriaSelect
      className={styles.root}
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
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
        <ListBox className={styles.list}>
          {groupsOf(options).map(({ group, members }) =>
            group === '' ? (
              members.map(optionItem)
            ) : (
              <ListBoxSection key={group} id={group} className={styles.section}>
                <Header className={styles.heading}>{group}</Header>
                {members.map(optionItem)}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function optionItem<T extends string>(option: SelectOption<T>) {
  return (
    <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.option}>
      <Text slot="label" className={styles.optionLabel}>
        {option.label}
      </Text>
      {option.detail === undefined ? null : (
        <Text slot="description" className={styles.detail}>
          {option.detail}
        </Text>
      )}
    </ListBoxItem>
  );
}

function groupsOf<T extends string>(options: readonly SelectOption<T>[]) {
  const groups = new Map<string, SelectOption<T>[]>();
  for (const option of options) {
    const group = option.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups].map(([group, members]) => ({ group, members }));
}
