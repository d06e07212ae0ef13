import { Trans } from '@lingui/react/macro';
import { trainedInstead, type Runnable } from '../../../lab/networks/runnable';
import type { Manifest } from '../../../run/weights/manifest';
import { Button } from '../../ui/Button';

type BackToTrainedProps = {
  readonly chosen: Runnable;
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly onChoose: (wanted: Runnable) => void;
};

/** The way back from options that have no weights; nothing where the network is trained, or has no weights at all. */
export function BackToTrained({ chosen, trained, onChoose }: BackToTrainedProps) {
  const instead = chosen.manifest === null ? trainedInstead(chosen, trained) : null;
  if (instead === null) return null;
  return (
    <Button
      icon="reset"
      onPress={() => {
        onChoose(instead);
      }}
    >
      <Trans>Back to the trained network</Trans>
    </Button>
  );
}
