import type { Manifest } from '../../../run/weights/manifest';
import { ParameterControl } from '../../explain/exploration/ParameterControl';
import { OptionControls } from '../../explain/network/OptionControls';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import { BackToTrained } from './BackToTrained';
import { runnableResolution, withWeights, type Runnable } from '../../../lab/networks/runnable';

type RunnableControlsProps = {
  readonly chosen: Runnable;
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly onChoose: (wanted: Runnable) => void;
};

/** Controls for the resolution and for every option that affects latency. */
export function RunnableControls({ chosen, trained, onChoose }: RunnableControlsProps) {
  const text = useOptionTexts()('resolution');
  const { model, choice } = chosen.network;
  return (
    <>
      <ParameterControl
        name="resolution"
        parameter={runnableResolution(model)}
        text={text}
        values={choice}
        onChoose={(wanted) => {
          onChoose({ ...chosen, network: { model, choice: { ...choice, ...wanted } } });
        }}
      />
      <OptionControls
        model={model}
        choice={choice}
        without={['input', 'head', 'release', 'variant']}
        onChoose={(wanted) => {
          onChoose(withWeights({ model, choice: wanted }, trained));
        }}
      />
      <BackToTrained chosen={chosen} trained={trained} onChoose={onChoose} />
    </>
  );
}
