import { Trans } from '@lingui/react/macro';
import { Suspense, useMemo } from 'react';
import type { TuningChoice } from '../../../run/device/executor';
import type { Manifest } from '../../../run/weights/manifest';
import { LookInside } from '../../running/inside/LookInside';
import { useStore } from '../../../store';
import { JobStatus } from '../../running/checkpoints/JobStatus';
import { useCheckpointJob } from '../../running/checkpoints/useCheckpointJob';
import { silentFeed, type FrameFeed } from '../../../lab/feed/frameFeed';
import { LateRunFaults } from '../../running/faults/LateRunFaults';
import styles from './LivePage.module.css';
import { LiveSwitches } from './LiveSwitches';
import { LoadingPanel } from './LoadingPanel';
import { BackToTrained } from '../../running/network/BackToTrained';
import { runnableName, smallerResolution, withResolution, type Runnable } from '../../../lab/networks/runnable';
import { SourcePicture } from '../../running/source/SourcePicture';
import { useSourceChoice } from '../../running/source/useSourceChoice';
import { TopGuesses } from './TopGuesses';
import { useIsPainted } from './useIsPainted';
import { useKey } from '../../ui/useKey';
import { useLiveChoices } from './useLiveChoices';
import { useRunSession } from '../../running/session/useRunSession';
import { useRunnable } from './useRunnable';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';
import { late } from '../../ui/late';

// Not needed for the first paint: visitors look at the picture, its labels and the sources first.
const LiveSettings = late(async () => (await import('./LiveSettings')).LiveSettings);
const LatencyOverlay = late(async () => (await import('./LatencyOverlay')).LatencyOverlay);

const SmallFirst = late(async () => (await import('./SmallFirst')).SmallFirst);

/** The start page: a picture, what a network sees in it, and how long that took. */
export function LivePage() {
  const [choices, choose] = useLiveChoices();
  const source = useSourceChoice();
  const isPainted = useIsPainted();
  const overlayShown = useStore((state) => state.overlayShown);
  const toggleOverlay = useStore((state) => state.toggleOverlay);

  const trained = useTrainedNetworks();
  const runnable = useRunnable(choices.net, trained);
  const [usual] = trained.networks;
  const networks = useMemo(() => (runnable === null ? [] : [runnable]), [runnable]);
  const tuning = useMemo<TuningChoice>(
    () => ({ tuning: choices.tune ? 'always' : 'onHardware', halfPrecision: choices.half }),
    [choices.tune, choices.half],
  );
  const { session, status } = useRunSession({
    backend: choices.backend,
    tuning,
    networks,
    source: source.choice,
    repeats: choices.repeat ? 'stills' : 'nothing',
    isPaused: source.isPaused,
    smoothsGuesses: choices.smooth,
  });
  const [lane] = status.lanes;
  const runFault = status.engineFault ?? lane?.fault ?? null;
  const isHeld = status.source?.kind === 'photo' || source.isPaused;
  const isStill = isHeld && !choices.repeat;
  useKey('l', toggleOverlay);
  const desk = useCheckpointJob((net) => void choose({ net }));
  const chooseNetwork = (wanted: Runnable) => {
    void choose({ net: runnableName(wanted) });
  };

  return (
    <div className={styles.page}>
      <Intro />
      <div className={styles.left}>
        <SourcePicture
          chosen={source}
          status={status}
          isMirrored={choices.mirror}
          onWeights={(files) => {
            desk.open(files, 'picture');
          }}
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
                if (runnable !== null) chooseNetwork(withResolution(runnable, resolution));
              }}
            />
          }
        >
          {lane?.report == null ? (
            runFault === null && trained.fault === null && <LoadingPanel progress={lane?.progress ?? null} />
          ) : overlayShown ? (
            <Suspense fallback={null}>
              <LatencyOverlay report={lane.report} memory={status.memory} frames={lane.frames} isStill={isStill} />
            </Suspense>
          ) : null}
        </SourcePicture>
      </div>
      <LiveSwitches source={status.source} isStill={isHeld} />
      <div className={styles.right}>
        <div className={styles.job}>
          <JobStatus desk={desk} at="picture" />
          {choices.net === null && runnable?.manifest != null && usual !== undefined && runnable.manifest !== usual ? (
            <Suspense fallback={null}>
              <SmallFirst small={runnable.manifest} usual={usual} onUsual={() => void choose({ net: usual.name })} />
            </Suspense>
          ) : null}
        </div>
        <Guesses
          runnable={runnable}
          frames={lane?.frames ?? silentFeed}
          isStill={isStill}
          trained={trained.networks}
          onNetwork={chooseNetwork}
        />
        <div className={styles.settings}>
          {isPainted ? (
            <Suspense fallback={null}>
              <LiveSettings
                trained={trained}
                runnable={runnable}
                desk={desk}
                device={status.device}
                lane={lane}
                onNetwork={chooseNetwork}
              />
            </Suspense>
          ) : null}
        </div>
      </div>
      <div className={styles.inside}>
        {runnable === null ? null : (
          <LookInside session={session} status={status} runnable={runnable} isStill={isHeld} />
        )}
      </div>
    </div>
  );
}

function Intro() {
  return (
    <div className={styles.intro}>
      <h1>
        <Trans>What does the network see?</Trans>
      </h1>
      <p>
        <Trans>
          A small convolutional network names what is in the picture. It runs in this browser, and the picture stays
          here.
        </Trans>
      </p>
    </div>
  );
}

type GuessesProps = {
  readonly runnable: Runnable | null;
  readonly frames: Pick<FrameFeed, 'summary' | 'subscribe'>;
  readonly isStill: boolean;
  readonly trained: readonly Manifest[];
  readonly onNetwork: (wanted: Runnable) => void;
};

function Guesses({ runnable, frames, isStill, trained, onNetwork }: GuessesProps) {
  return (
    <div className={styles.guesses}>
      {runnable?.manifest === null ? (
        <UntrainedNotice runnable={runnable} trained={trained} onNetwork={onNetwork} />
      ) : (
        <TopGuesses frames={frames} isStill={isStill} />
      )}
    </div>
  );
}

type UntrainedNoticeProps = Pick<GuessesProps, 'trained' | 'onNetwork'> & { readonly runnable: Runnable };

/** Replaces labels that would mean nothing. */
function UntrainedNotice({ runnable, trained, onNetwork }: UntrainedNoticeProps) {
  const { name } = runnable.network.model;
  return (
    <section className={styles.untrained}>
      <h2>
        <Trans>untrained: latency only</Trans>
      </h2>
      <p>
        <Trans>{name} has no weights for these options here. What it takes is measured all the same.</Trans>
      </p>
      <BackToTrained chosen={runnable} trained={trained} onChoose={onNetwork} />
    </section>
  );
}
