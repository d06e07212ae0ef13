import { Trans } from '@lingui/react/macro';
import type { MissingKernel } from '../../../run/device/executor';

/** Says that stock TensorFlow.js runs a network, since the app has no kernel for one of its ops. */
export function MissingKernelText({ missing: { id, kind } }: { readonly missing: MissingKernel }) {
  return (
    <Trans>
      run by TensorFlow.js: the app has no kernel of its own for {kind} ({id})
    </Trans>
  );
}
