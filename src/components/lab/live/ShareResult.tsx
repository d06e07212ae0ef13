import { Trans } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { backendName } from '../../../run/device/backendName';
import { runnableTitle, type Runnable } from '../../../lab/networks/runnable';
import { browserName } from '../../../lab/results/browserName';
import { labResultOf } from '../../../lab/results/labResult';
import type { Lane } from '../../../lab/session/sessionStatus';
import { TakenResults } from '../../running/results/TakenResults';
import { Button } from '../../ui/Button';
import { CopyLink } from '../../ui/CopyLink';
import { late } from '../../ui/late';
import styles from './ShareResult.module.css';

const LatencyChart = late(async () => (await import('./LatencyChart')).LatencyChart);

type ShareResultProps = {
  readonly runnable: Runnable | null;
  /** Undefined until there is a network to run. */
  readonly lane: Lane | undefined;
};

/** The address of what is chosen, and the result as it was when this was opened: as files, a link and a code, and as a picture. */
export function ShareResult({ runnable, lane }: ShareResultProps) {
  const [taken, take] = useState(() => takenOf(runnable, lane));
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        <CopyLink />
        <Button icon="reset" onPress={() => take(takenOf(runnable, lane))}>
          <Trans>Capture again</Trans>
        </Button>
      </div>
      {taken === null ? (
        <p className={styles.empty}>
          <Trans>Nothing has been measured yet.</Trans>
        </p>
      ) : (
        <>
          <TakenResults results={[taken.result]} />
          <Suspense fallback={null}>
            <LatencyChart title={taken.title} latency={taken.latency} />
          </Suspense>
        </>
      )}
    </div>
  );
}

/** The result at this moment and its frames; null until a frame has been measured. */
function takenOf(runnable: Runnable | null, lane: Lane | undefined) {
  const summary = lane?.frames.summary() ?? null;
  if (runnable === null || lane?.report == null || summary === null) return null;
  const browser = browserName(navigator.userAgent);
  const resolution = String(runnable.network.choice['resolution']);
  return {
    result: labResultOf(runnable, lane.report, summary, { browser, nowMs: Date.now() }),
    latency: summary.latency,
    title: [runnableTitle(runnable), `${resolution} px`, backendName(lane.report.device.backend)].join(', '),
  };
}
