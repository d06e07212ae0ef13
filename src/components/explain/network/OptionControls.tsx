import type { Model } from '../../../nets/models/model';
import type { Choice, OptionSpec } from '../../../nets/option';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { NumberSlider } from '../../ui/NumberSlider';
import { sliderValuesOf, useOptionTexts } from './useOptionTexts';

type OptionControlsProps = {
  readonly model: Model;
  /** A value for every option. */
  readonly choice: Choice;
  readonly onChoose: (wanted: Choice) => void;
  /** Options that the page does not offer. */
  readonly without?: readonly string[];
};

/** A control for every option of a network; they step through legal values only. */
export function OptionControls({ model, choice, onChoose, without = [] }: OptionControlsProps) {
  const options = Object.entries(model.options).filter(([name]) => !without.includes(name));
  return options.map(([name, spec]) => (
    <OptionControl
      key={name}
      name={name}
      spec={spec}
      value={choice[name] ?? spec.default}
      onChange={(value) => {
        onChoose({ ...choice, [name]: value });
      }}
    />
  ));
}

type OptionControlProps = {
  readonly name: string;
  readonly spec: OptionSpec;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
};

function OptionControl({ name, spec, value, onChange }: OptionControlProps) {
  const { label, unit, choices } = useOptionTexts()(name);
  if (spec.kind === 'choice' && spec.values.some((allowed) => typeof allowed === 'string')) {
    return (
      <ChoiceControl
        label={label}
        options={spec.values.map(String).map((allowed) => ({ value: allowed, label: choices?.[allowed] ?? allowed }))}
        value={String(value)}
        onChange={onChange}
      />
    );
  }
  const values = spec.kind === 'choice' ? spec.values.map(Number) : sliderValuesOf(name, spec, Number(value));
  return (
    <NumberSlider
      label={label}
      values={values}
      value={Number(value)}
      onChange={onChange}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}
