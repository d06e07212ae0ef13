import type { Model } from '../../../nets/models/model';
import type { Choice, Role } from '../../../nets/parameter';
import { parametersBesides } from '../../../nets/parameter';
import { networkLock } from '../../../classroom/locks';
import { useLocks } from '../../ui/address/locks';
import { ParameterControl } from '../exploration/ParameterControl';
import { useOptionTexts } from './useOptionTexts';

type OptionControlsProps = {
  readonly model: Model;
  /** A value for every option. */
  readonly choice: Choice;
  readonly onChoose: (wanted: Choice) => void;
  /** Roles of options to leave out. */
  readonly without?: readonly Role[];
};

/** A control for every option of a network. */
export function OptionControls({ model, choice, onChoose, without = [] }: OptionControlsProps) {
  const textOf = useOptionTexts();
  const locks = useLocks((state) => state.locks);
  return parametersBesides(model.options, without).map(([name, option]) => (
    <ParameterControl
      key={name}
      name={name}
      parameter={option}
      text={textOf(name)}
      values={choice}
      isLocked={'net' in locks || networkLock(name) in locks}
      onChoose={(wanted) => {
        onChoose({ ...choice, ...wanted });
      }}
    />
  ));
}
