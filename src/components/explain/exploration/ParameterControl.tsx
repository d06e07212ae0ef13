import { useLingui } from '@lingui/react/macro';
import type { Choice, Parameter } from '../../../nets/parameter';
import { sliderStops } from '../../../nets/parameter';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { NumberSlider } from '../../ui/NumberSlider';

/** The names of a parameter and its values, in the page's language. */
export type ParameterText = {
  readonly label: string;
  /** Written after the number and spoken with it. */
  readonly unit?: string;
  readonly hint?: string;
  /** Names of the values of a choice; values without a name show as they are. */
  readonly choices?: Readonly<Record<string, string>>;
};

type ParameterControlProps = {
  readonly name: string;
  readonly parameter: Parameter;
  readonly text: ParameterText;
  /** The values of this parameter and of those it depends on. */
  readonly values: Choice;
  /** Whether a task holds the value. */
  readonly isLocked?: boolean;
  /** Called with the changed value alone. */
  readonly onChoose: (wanted: Choice) => void;
};

/** A slider with a number field, or a row of choices; only legal values can be chosen. */
export function ParameterControl({ name, parameter, text, values, isLocked = false, onChoose }: ParameterControlProps) {
  const { t } = useLingui();
  const { label, unit, choices } = text;
  const hint = isLocked ? t`Locked by the task.` : text.hint;
  const value = values[name] ?? parameter.default;
  const onChange = (chosen: number | string): void => {
    onChoose({ [name]: chosen });
  };
  if (parameter.kind === 'choice') {
    return (
      <ChoiceControl
        label={isLocked ? t`${label}, locked by the task` : label}
        options={parameter.values.map((choice) => ({
          value: choice,
          label: choices?.[choice] ?? choice,
          isDisabled: isLocked,
        }))}
        value={String(value)}
        onChange={onChange}
      />
    );
  }
  return (
    <NumberSlider
      label={label}
      values={sliderStops(name, parameter, values)}
      value={Number(value)}
      onChange={onChange}
      isDisabled={isLocked}
      {...(unit === undefined ? {} : { unit })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
