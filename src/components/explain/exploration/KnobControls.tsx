import { useMemo } from 'react';
import { knobMeanings } from '../../../nets/explorables/knobMeanings';
import type { Explorable } from '../../../nets/explorables/explorable';
import type { Parameter } from '../../../nets/parameter';
import { useAddressTexts } from '../../ui/address/addressTexts';
import { useLocks } from '../../ui/address/locks';
import styles from './KnobControls.module.css';
import type { ParameterText } from './ParameterControl';
import { ParameterControl } from './ParameterControl';
import type { Exploration } from './useExploration';

type KnobControlsProps<Name extends string, Controlled extends string> = {
  readonly exploration: Exploration<Name>;
  /** One per knob to control, in the order of the controls. */
  readonly texts: Readonly<Record<Controlled, ParameterText>>;
};

/** A control for every knob of an exploration that has a text. */
export function KnobControls<Name extends string, Controlled extends Name = Name>({
  exploration,
  texts,
}: KnobControlsProps<Name, Controlled>) {
  const { explorable, selected, values, choose } = exploration;
  const locks = useLocks((state) => state.locks);
  const meanings = useMemo(() => knobMeanings(explorable, selected.id), [explorable, selected.id]);
  useAddressTexts(
    useMemo(
      () =>
        Object.fromEntries(
          Object.entries<ParameterText>(texts).map(([name, text]) => [`${explorable.id}.${name}`, text]),
        ),
      [explorable, texts],
    ),
  );
  return (
    <div className={styles.knobs} data-knobs>
      {entriesOf(explorable, texts).map(({ name, knob, text }) => (
        <div
          key={name}
          className={styles.knob}
          data-wide={isWide(knob, text) || undefined}
          data-k={meanings[name]?.join(' ')}
        >
          <ParameterControl
            name={name}
            parameter={knob}
            text={text}
            values={values}
            isLocked={`${explorable.id}.${name}` in locks}
            onChoose={choose}
          />
        </div>
      ))}
    </div>
  );
}

/** Whether the options of a choice need more room than a slider: more characters than half a narrow card has. */
function isWide(knob: Parameter, { choices }: ParameterText): boolean {
  if (knob.kind !== 'choice') return false;
  const letters = knob.values.reduce((sum, value) => sum + (choices?.[value] ?? value).length, 0);
  return letters + 3 * knob.values.length > 20;
}

/** Knobs in the order of their texts, which the page decides. */
function entriesOf(explorable: Explorable, texts: Readonly<Record<string, ParameterText>>) {
  const knobByName = new Map(Object.entries(explorable.knobs));
  return Object.entries(texts).flatMap(([name, text]) => {
    const knob = knobByName.get(name);
    return knob === undefined ? [] : [{ name, knob, text }];
  });
}
