import { Suspense } from 'react';
import { CheckpointPanel } from '../../running/checkpoints/CheckpointPanel';
import type { CheckpointDesk } from '../../running/checkpoints/useCheckpointJob';
import { CopyLink } from '../../ui/CopyLink';
import { browserName } from '../../../lab/results/browserName';
import { labResultOf } from '../../../lab/results/labResult';
import { TakeHome } from '../../running/results/TakeHome';
import { BackendChooser } from '../../running/network/BackendChooser';
import { backendName } from '../../../run/device/backendName';
import { KernelSwitches } from './KernelSwitches';
import type { Lane, SessionStatus } from '../../../lab/session/sessionStatus';
import styles from './LiveSettings.module.css';
import { NetworkChooser } from '../../running/network/NetworkChooser';
import { runnableTitle, type Runnable } from '../../../lab/networks/runnable';
import { ResetChoices } from './ResetChoices';
import { useLiveChoices } from './useLiveChoices';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { late } from '../../ui/late';

// Few people see these.
const LatencyChart = late(async () => (await import('./LatencyChart')).LatencyChart);
const TunedKernels = late(async () => (await import('./TunedKernels')).TunedKernels);

type LiveSettingsProps = {
  readonly trained: TrainedNetworks;
  /** Null until the list of trained weights has loaded. */
  readonly runnable: Runnable | null;
  readonly desk: CheckpointDesk;
  readonly device: SessionStatus['device'];
  /** Undefined until there is a network to run. */
  readonly lane: Lane | undefined;
  readonly onNetwork: (wanted: Runnable) => void;
};

/** The network, its weights and its backend, and buttons to take the result home. */
export function LiveSettings({ trained, runnable, desk, device, lane, onNetwork }: LiveSettingsProps) {
  const [{ net, backend }, choose] = useLiveChoices();
  const tuned = lane?.report?.tuned ?? [];
  return (
    <>
      <NetworkChooser trained={trained.networks} chosen={runnable} onChoose={onNetwork} />
      <CheckpointPanel
        net={runnable?.network.model.id ?? null}
        chosen={runnable?.manifest?.name ?? null}
        wanted={net}
        desk={desk}
      />
      <BackendChooser choice={backend} device={device} onChoose={(wanted) => void choose({ backend: wanted })} />
      <KernelSwitches device={device} />
      {tuned.length === 0 ? null : (
        <Suspense fallback={null}>
          <TunedKernels kernels={tuned} />
        </Suspense>
      )}
      <div className={styles.share}>
        <CopyLink />
        <ResetChoices />
        <TakeHome
          isDisabled={lane?.report == null}
          results={() => resultsOf(runnable, lane)}
          chart={() => chartOf(runnable, lane)}
        />
      </div>
    </>
  );
}

/** The result to take home; empty until a frame has been measured. */
function resultsOf(runnable: Runnable | null, lane: Lane | undefined): ReturnType<typeof labResultOf>[] {
  const summary = lane?.frames.summary() ?? null;
  if (runnable === null || lane?.report == null || summary === null) return [];
  const browser = browserName(navigator.userAgent);
  return [labResultOf(runnable, lane.report, summary, { browser, nowMs: Date.now() })];
}

/** The same frames as a chart. */
function chartOf(runnable: Runnable | null, lane: Lane | undefined) {
  const summary = lane?.frames.summary() ?? null;
  if (runnable === null || lane?.report == null || summary === null) return null;
  const resolution = String(runnable.network.choice['resolution']);
  const title = [runnableTitle(runnable), `${resolution} px`, backendName(lane.report.device.backend)].join(', ');
  return (
    <Suspense fallback={null}>
      <LatencyChart title={title} latency={summary.latency} />
    </Suspense>
  );
}
