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
  /** Called with the changed value alone. */
  readonly onChoose: (wanted: Choice) => void;
};

/** A slider with a number field, or a row of choices; only legal values can be chosen. */
export function ParameterControl({ name, parameter, text, values, onChoose }: ParameterControlProps) {
  const { label, unit, hint, choices } = text;
  const value = values[name] ?? parameter.default;
  const onChange = (chosen: number | string): void => {
    onChoose({ [name]: chosen });
  };
  if (parameter.kind === 'choice') {
    return (
      <ChoiceControl
        label={label}
        options={parameter.values.map((choice) => ({ value: choice, label: choices?.[choice] ?? choice }))}
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
      {...(unit === undefined ? {} : { unit })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
