import type { Manifest } from '../../../run/weights/manifest';
import { steppedValues } from '../../ui/legalValues';
import { NumberSlider } from '../../ui/NumberSlider';
import { OptionControls } from '../../explain/network/OptionControls';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import { runnableResolutions, withWeights, type Runnable } from '../../../lab/networks/runnable';

type RunnableControlsProps = {
  readonly chosen: Runnable;
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly onChoose: (wanted: Runnable) => void;
};

/** A control for every option that matters to latency, and for the resolution. */
export function RunnableControls({ chosen, trained, onChoose }: RunnableControlsProps) {
  const { label, unit = '' } = useOptionTexts()('resolution');
  const { model, choice } = chosen.network;
  const minimum = model.options['resolution']?.kind === 'integer' ? model.options['resolution'].minimum : 0;
  return (
    <>
      <NumberSlider
        label={label}
        unit={unit}
        values={steppedValues(Math.max(runnableResolutions.least, minimum), runnableResolutions.most, 1)}
        value={Number(choice['resolution'])}
        onChange={(resolution) => {
          onChoose({ ...chosen, network: { model, choice: { ...choice, resolution } } });
        }}
      />
      <OptionControls
        model={model}
        choice={choice}
        without={['resolution', 'classes', 'implementation']}
        onChoose={(wanted) => {
          onChoose(withWeights({ model, choice: wanted }, trained));
        }}
      />
    </>
  );
}
