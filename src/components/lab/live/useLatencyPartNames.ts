import { useLingui } from '@lingui/react/macro';
import type { LatencyPart } from '../../../lab/feed/latencyWindow';

/** Names of the parts of a frame's latency, in the language of the page. */
export function useLatencyPartNames(): Readonly<Record<LatencyPart, string>> {
  const { t } = useLingui();
  return {
    capture: t`capture`,
    preprocess: t`preprocess`,
    inference: t`inference`,
    readback: t`readback`,
    handover: t`handover`,
  };
}
