import { Suspense } from 'react';
import { BackendChooser } from '../../running/network/BackendChooser';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { TunedKernel } from '../../../run/device/executor';
import { Credits } from '../../ui/Credits';
import { late } from '../../ui/late';
import { KernelSwitches } from './KernelSwitches';
import styles from './LiveSettings.module.css';
import { LiveSwitches } from './LiveSwitches';
import { ResetChoices } from './ResetChoices';
import { useLiveChoices } from './useLiveChoices';

// Few people see them.
const TunedKernels = late(async () => (await import('./TunedKernels')).TunedKernels);

type LiveSettingsProps = {
  readonly status: SessionStatus;
  /** Whether the picture does not move. */
  readonly isStill: boolean;
};

/** How the picture is shown and measured, what runs the network, and the way back to the defaults. */
export function LiveSettings({ status, isStill }: LiveSettingsProps) {
  const [{ backend }, choose] = useLiveChoices();
  const { device, source, lanes } = status;
  const tuned: readonly TunedKernel[] = lanes[0]?.report?.tuned ?? [];
  return (
    <div className={styles.root}>
      <LiveSwitches source={source} isStill={isStill} />
      <BackendChooser choice={backend} device={device} onChoose={(wanted) => void choose({ backend: wanted })} />
      <KernelSwitches device={device} />
      {tuned.length === 0 ? null : (
        <Suspense fallback={null}>
          <TunedKernels kernels={tuned} />
        </Suspense>
      )}
      <div className={styles.reset}>
        <ResetChoices />
      </div>
      <div className={styles.credits}>
        <Credits />
      </div>
    </div>
  );
}
