import { Suspense, type ComponentProps } from 'react';
import type { RunFaults as RunFaultsComponent } from './RunFaults';
import { late } from '../../ui/late';

type RunFaultsProps = ComponentProps<typeof RunFaultsComponent>;

// Usually nothing is wrong.
const RunFaults = late(async () => (await import('./RunFaults')).RunFaults);

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
