import type { Explorable, Knob, KnobValues } from '../../../nets/explorables/explorable';
import { legalNumbers } from '../../../nets/explorables/explorable';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { NumberSlider } from '../../ui/NumberSlider';
import styles from './KnobControls.module.css';
import type { Exploration } from './useExploration';

/** What a knob is called, in the page's language. */
export type KnobText = {
  readonly label: string;
  /** Behind the number and spoken with it. */
  readonly unit?: string;
  readonly hint?: string;
  /** The names of a choice's values; a value without one is shown as it is. */
  readonly choices?: Readonly<Record<string, string>>;
};

type KnobControlsProps<Name extends string> = {
  readonly exploration: Exploration<Name>;
  /** One for every knob, in the order in which the controls shall stand. */
  readonly texts: Readonly<Record<Name, KnobText>>;
};

/** A slider with its number field, or a row of choices, for every knob; they step through legal values only. */
export function KnobControls<Name extends string>({ exploration, texts }: KnobControlsProps<Name>) {
  const { explorable, values, choose } = exploration;
  return (
    <div className={styles['knobs']}>
      {entriesOf(explorable, texts).map(({ name, knob, text }) => (
        <KnobControl key={name} name={name} knob={knob} text={text} values={values} onChoose={choose} />
      ))}
    </div>
  );
}

type KnobControlProps = {
  readonly name: string;
  readonly knob: Knob;
  readonly text: KnobText;
  readonly values: KnobValues;
  readonly onChoose: (wanted: KnobValues) => void;
};

/** The control of one knob, for pages that place their knobs themselves. */
export function KnobControl({ name, knob, text, values, onChoose }: KnobControlProps) {
  const value = values[name] ?? knob.default;
  if (knob.kind === 'choice') {
    return (
      <ChoiceControl
        label={text.label}
        options={knob.values.map((choice) => ({ value: choice, label: text.choices?.[choice] ?? choice }))}
        value={String(value)}
        onChange={(chosen) => {
          onChoose({ [name]: chosen });
        }}
      />
    );
  }
  return (
    <NumberSlider
      label={text.label}
      values={legalNumbers(knob, values)}
      value={Number(value)}
      onChange={(chosen) => {
        onChoose({ [name]: chosen });
      }}
      {...(text.unit === undefined ? {} : { unit: text.unit })}
      {...(text.hint === undefined ? {} : { hint: text.hint })}
    />
  );
}

/** Knobs in the order of their texts: the page says which comes first. */
function entriesOf<Name extends string>(explorable: Explorable<Name>, texts: Readonly<Record<Name, KnobText>>) {
  const knobByName = new Map<string, Knob>(Object.entries<Knob>(explorable.knobs));
  return Object.entries<KnobText>(texts).flatMap(([name, text]) => {
    const knob = knobByName.get(name);
    return knob === undefined ? [] : [{ name, knob, text }];
  });
}
