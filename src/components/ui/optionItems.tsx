import type { ReactNode } from 'react';
import { Header, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import styles from './Select.module.css';

export type SelectOption<T extends string> = {
  readonly value: T;
  readonly label: string;
  /** A quieter second line in the open list. */
  readonly detail?: ReactNode;
  /** Heading over this option; options of a group are adjacent. */
  readonly group?: string;
};

/** The options of a list, under the headings of their groups. */
export function optionItems<T extends string>(options: readonly SelectOption<T>[]): ReactNode {
  return groupsOf(options).map(({ group, members }) =>
    group === '' ? (
      members.map(optionItem)
    ) : (
      <ListBoxSection key={group} id={group} className={styles.section}>
        <Header className={styles.heading}>{group}</Header>
        {members.map(optionItem)}
      </ListBoxSection>
    ),
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
