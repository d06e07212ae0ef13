import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { useStore } from '../../../store';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { smallerResolution, withResolution, type Runnable } from '../../../lab/networks/runnable';
import { LateRunFaults } from '../../running/faults/LateRunFaults';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { CornerButton } from '../../running/source/CornerButton';
import { SourcePicture } from '../../running/source/SourcePicture';
import type { ChosenSource } from '../../running/source/useSourceChoice';
import { late } from '../../ui/late';
import styles from './LivePage.module.css';
import { LoadingPanel } from './LoadingPanel';
import { useLiveChoices } from './useLiveChoices';

// Not needed for the first paint.
const LatencyLine = late(async () => (await import('./LatencyLine')).LatencyLine);

type LivePictureProps = {
  readonly source: ChosenSource;
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly trained: TrainedNetworks;
  readonly runnable: Runnable | null;
  /** Whether the picture is classified once. */
  readonly isStill: boolean;
  readonly isFull: boolean;
  readonly onFull: () => void;
  readonly onWeights: (files: readonly File[]) => void;
  readonly onNetwork: (wanted: Runnable) => void;
};

/** The picture with the latency of its frames, and before that how far the network has loaded; and the bar of sources. */
export function LivePicture(props: LivePictureProps) {
  const { source, session, status, trained, runnable, isStill, isFull, onFull, onWeights, onNetwork } = props;
  const { t } = useLingui();
  const [{ mirror }, choose] = useLiveChoices();
  const overlayShown = useStore((state) => state.overlayShown);
  const [lane] = status.lanes;
  const runFault = status.engineFault ?? lane?.fault ?? null;
  return (
    <SourcePicture
      chosen={source}
      status={status}
      isMirrored={mirror}
      onWeights={onWeights}
      corner={
        <CornerButton
          icon={isFull ? 'shrink' : 'fill'}
          label={t`Full screen (key F)`}
          isPressed={isFull}
          onPress={onFull}
        />
      }
      faults={
        <LateRunFaults
          status={status}
          fault={runFault}
          session={session}
          onSample={source.chooseSample}
          onBackend={(backend) => void choose({ backend })}
          trained={trained}
          smallerResolution={runnable && smallerResolution(runnable)}
          onResolution={(resolution) => {
            if (runnable !== null) onNetwork(withResolution(runnable, resolution));
          }}
        />
      }
    >
      {lane?.report == null ? (
        runFault === null &&
        trained.fault === null && <LoadingPanel progress={lane?.progress ?? null} bytes={runnable?.manifest?.bytes} />
      ) : overlayShown ? (
        <Suspense fallback={<div className={styles.line} />}>
          <LatencyLine
            report={lane.report}
            memory={status.memory}
            frames={lane.frames}
            isStill={isStill}
            isOver={status.hasEnded}
          />
        </Suspense>
      ) : null}
    </SourcePicture>
  );
}
