import { Trans, useLingui } from '@lingui/react/macro';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { Option } from '../../../course/prediction';
import { useWords } from './useWords';
import styles from './OptionList.module.css';

type OptionListProps<V extends string> = {
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  /** Whether an answer was asked for while none is chosen. */
  readonly isRefused: boolean;
};

/** Options of whole phrases, one below the other. Arrow keys move the choice. */
export function OptionList<V extends string>({ options, value, onChange, isRefused }: OptionListProps<V>) {
  const { t } = useLingui();
  const write = useWords();
  return (
    <RadioGroup
      className={styles.options}
      aria-label={t`Your answer`}
      // Null is no choice; any text would count as one, and Tab would pass by the options.
      value={options.some((option) => option.value === value) ? (value ?? null) : null}
      onChange={(wanted) => {
        const option = options.find((each) => each.value === wanted);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <RadioField key={option.value} value={option.value}>
          <RadioButton className={styles.option}>
            <span className={styles.dot} aria-hidden="true" />
            <span>{write(option.label)}</span>
          </RadioButton>
        </RadioField>
      ))}
      {isRefused && value === undefined ? (
        <p className={styles.refused}>
          <Trans>Choose one first.</Trans>
        </p>
      ) : null}
    </RadioGroup>
  );
}
