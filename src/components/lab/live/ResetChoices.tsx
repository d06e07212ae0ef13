import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { useLiveChoices } from './useLiveChoices';

/** Goes back to the network, backend and switches that the page opens with, and from there to what was chosen before. */
export function ResetChoices() {
  const [choices, choose] = useLiveChoices();
  const [before, setBefore] = useState<typeof choices | null>(null);
  const { net, backend, ...switches } = choices;
  const isReset = net === null && backend === 'auto' && !Object.values(switches).includes(true);
  const canUndo = isReset && before !== null;
  return (
    <Button
      icon="reset"
      isDisabled={isReset && before === null}
      onPress={() => {
        if (!canUndo) setBefore(choices);
        void choose(canUndo ? before : null);
      }}
    >
      {canUndo ? <Trans>Undo the reset</Trans> : <Trans>Reset all settings</Trans>}
    </Button>
  );
}
