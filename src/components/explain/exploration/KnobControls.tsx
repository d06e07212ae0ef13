import { useMemo } from 'react';
import { knobMeanings } from '../../../nets/explorables/knobMeanings';
import type { Explorable } from '../../../nets/explorables/explorable';
import type { Parameter } from '../../../nets/parameter';
import { useAddressTexts } from '../../ui/address/addressTexts';
import styles from './KnobControls.module.css';
import type { ParameterText } from './ParameterControl';
import { ParameterControl } from './ParameterControl';
import type { Exploration } from './useExploration';

type KnobControlsProps<Name extends string> = {
  readonly exploration: Exploration<Name>;
  /** One per knob, in the order of the controls. */
  readonly texts: Readonly<Record<Name, ParameterText>>;
};

/** A control for every knob of an exploration. */
export function KnobControls<Name extends string>({ exploration, texts }: KnobControlsProps<Name>) {
  const { explorable, selected, values, choose } = exploration;
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
    <div className={styles.knobs}>
      {entriesOf(explorable, texts).map(({ name, knob, text }) => (
        <div key={name} className={styles.knob} data-k={meanings[name]?.join(' ')}>
          <ParameterControl name={name} parameter={knob} text={text} values={values} onChoose={choose} />
        </div>
      ))}
    </div>
  );
}

/** Knobs in the order of their texts, which the page decides. */
function entriesOf<Name extends string>(explorable: Explorable<Name>, texts: Readonly<Record<Name, ParameterText>>) {
  const knobByName = new Map<string, Parameter>(Object.entries<Parameter>(explorable.knobs));
  return Object.entries<ParameterText>(texts).flatMap(([name, text]) => {
    const knob = knobByName.get(name);
    return knob === undefined ? [] : [{ name, knob, text }];
  });
}
