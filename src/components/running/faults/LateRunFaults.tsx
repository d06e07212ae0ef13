import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, type ComponentProps } from 'react';
import { Message } from '../../ui/Message';
import type { RunFaults as RunFaultsComponent } from './RunFaults';

type RunFaultsProps = ComponentProps<typeof RunFaultsComponent>;

// Usually nothing is wrong. Where the connection is what is wrong, the sentences for it may not come either.
const RunFaults = lazy(async () => {
  try {
    return { default: (await import('./RunFaults')).RunFaults };
  } catch {
    return { default: Unloaded };
  }
});

/** What is wrong with a run, loaded once something is. */
export function LateRunFaults(props: RunFaultsProps) {
  const { status, fault, trained } = props;
  const isWrong =
    [status.sourceFault, fault, trained.fault].some((each) => each !== null) ||
    status.isRecovering ||
    status.device?.whyNotWebgpu === 'lost';
  if (!isWrong) return null;
  return (
    <Suspense fallback={null}>
      <RunFaults {...props} />
    </Suspense>
  );
}

function Unloaded() {
  const { t } = useLingui();
  return (
    <Message tone="error" title={t`Something could not be loaded.`}>
      <Trans>Check the connection and reload the page.</Trans>
    </Message>
  );
}
