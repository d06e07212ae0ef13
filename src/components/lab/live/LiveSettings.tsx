import { lazy, Suspense } from 'react';
import { CheckpointPanel } from '../../running/checkpoints/CheckpointPanel';
import { UnknownNetwork } from '../../running/checkpoints/UnknownNetwork';
import type { CheckpointDesk } from '../../running/checkpoints/useCheckpointJob';
import { CopyLink } from '../../ui/CopyLink';
import { browserName } from '../../../lab/results/browserName';
import { labResultOf } from '../../../lab/results/labResult';
import { TakeHome } from '../../running/results/TakeHome';
import { BackendChooser } from '../../running/network/BackendChooser';
import { backendName } from '../../../run/device/backendName';
import type { FrameFeed } from '../../../lab/feed/frameFeed';
import { KernelSwitches } from './KernelSwitches';
import type { LiveStatus } from '../../../lab/session/sessionStatus';
import styles from './LiveSettings.module.css';
import { NetworkChooser } from '../../running/network/NetworkChooser';
import { runnableTitle, type Runnable } from '../../../lab/networks/runnable';
import { TunedKernels } from './TunedKernels';
import { useLiveChoices } from './useLiveChoices';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';

// Asked for by few, like the code to scan.
const LatencyChart = lazy(async () => ({ default: (await import('./LatencyChart')).LatencyChart }));

type LiveSettingsProps = {
  readonly trained: TrainedNetworks;
  /** Null as long as it is not known which weights there are. */
  readonly runnable: Runnable | null;
  /** What was wrong with the network in the address. */
  readonly fault: string | null;
  readonly desk: CheckpointDesk;
  readonly status: LiveStatus;
  readonly frames: FrameFeed;
  readonly onNetwork: (wanted: Runnable) => void;
};

/** Which network runs, with which weights and on what, and its result to take home. */
export function LiveSettings({ trained, runnable, fault, desk, status, frames, onNetwork }: LiveSettingsProps) {
  const [{ net, backend }, choose] = useLiveChoices();
  return (
    <>
      {fault === null ? null : <UnknownNetwork name={net ?? ''} fault={fault} />}
      <NetworkChooser trained={trained.networks} chosen={runnable} onChoose={onNetwork} />
      <CheckpointPanel
        net={runnable?.network.model.id ?? null}
        chosen={runnable?.manifest?.name ?? null}
        wanted={net}
        desk={desk}
      />
      <BackendChooser choice={backend} device={status.device} onChoose={(wanted) => void choose({ backend: wanted })} />
      <KernelSwitches device={status.device} />
      <TunedKernels kernels={status.report?.tuned ?? []} />
      <div className={styles['share']}>
        <CopyLink />
        <TakeHome
          isDisabled={status.report === null}
          results={() => resultsNow(runnable, status, frames)}
          chart={() => chartNow(runnable, status, frames)}
        />
      </div>
    </>
  );
}

/** What there is to take home: nothing until a frame was measured. */
function resultsNow(
  runnable: Runnable | null,
  { report }: LiveStatus,
  frames: FrameFeed,
): ReturnType<typeof labResultOf>[] {
  const reading = frames.reading();
  if (runnable === null || report === null || reading === null) return [];
  return [labResultOf(runnable, report, reading, { browser: browserName(navigator.userAgent), nowMs: Date.now() })];
}

/** The frames behind that result as a picture. */
function chartNow(runnable: Runnable | null, { report }: LiveStatus, frames: FrameFeed) {
  const reading = frames.reading();
  if (runnable === null || report === null || reading === null) return null;
  const resolution = String(runnable.network.choice['resolution']);
  const title = [runnableTitle(runnable), `${resolution} px`, backendName(report.device.backend)].join(', ');
  return (
    <Suspense fallback={null}>
      <LatencyChart title={title} latency={reading.latency} />
    </Suspense>
  );
}
