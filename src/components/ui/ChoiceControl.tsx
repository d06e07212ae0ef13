import { use, type ReactNode } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { LockedContext } from './lockedContext';
import styles from './ChoiceControl.module.css';

export type ChoiceOption<T extends string> = {
  readonly value: T;
  readonly label: ReactNode;
  readonly isDisabled?: boolean;
};

type ChoiceControlProps<T extends string> = {
  readonly label: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** `hidden` keeps the label for screen readers only, where the context already shows it. */
  readonly labelled?: 'above' | 'hidden';
};

/** A few digits or a sign, such as the side of a kernel. */
function isShort(label: ReactNode): boolean {
  return typeof label === 'number' || (typeof label === 'string' && label.length <= 3);
}

/** Radio buttons for two to five choices, side by side. Arrow keys move the choice. */
export function ChoiceControl<T extends string>({
  label,
  options,
  value,
  onChange,
  labelled = 'above',
}: ChoiceControlProps<T>) {
  const isLocked = use(LockedContext);
  return (
    <RadioGroup
      className={styles.root}
      orientation="horizontal"
      // What is not offered is no choice: Tab would pass by the options.
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      {...(labelled === 'hidden' ? { 'aria-label': label } : {})}
    >
      {labelled === 'hidden' ? null : <Label className={styles.label}>{label}</Label>}
      <div className={styles.options} data-words={options.some(({ label }) => !isShort(label))}>
        {options.map((option) => (
          <RadioField
            key={option.value}
            value={option.value}
            isDisabled={isLocked || option.isDisabled === true}
            className={styles.field}
          >
            <RadioButton className={styles.option}>{option.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
