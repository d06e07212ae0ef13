import { ListBox } from 'react-aria-components';
import { optionItems, type SelectOption } from './optionItems';
import styles from './Select.module.css';

type OpenListProps<T extends string> = {
  readonly label: string;
  readonly options: readonly SelectOption<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
};

/** Chooses one of many from a list that is always open. */
export function OpenList<T extends string>({ label, options, value, onChange }: OpenListProps<T>) {
  return (
    <ListBox
      className={styles.list}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const option = options.find((candidate) => keys !== 'all' && keys.has(candidate.value));
        if (option !== undefined) onChange(option.value);
      }}
    >
      {optionItems(options)}
    </ListBox>
  );
}
