import type { Choice, Parameter } from '../../../nets/parameter';
import { sliderStops } from '../../../nets/parameter';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { NumberSlider } from '../../ui/NumberSlider';

/** What a parameter is called, in the page's language. */
export type ParameterText = {
  readonly label: string;
  /** Written after the number and spoken with it. */
  readonly unit?: string;
  readonly hint?: string;
  /** The names of a choice's values; a value without one is shown as it is. */
  readonly choices?: Readonly<Record<string, string>>;
};

type ParameterControlProps = {
  readonly name: string;
  readonly parameter: Parameter;
  readonly text: ParameterText;
  /** Of this parameter and those it depends on. */
  readonly values: Choice;
  /** Called with the one value that changes. */
  readonly onChoose: (wanted: Choice) => void;
};

/** A slider with its number field, or a row of choices; it steps through legal values only. */
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
