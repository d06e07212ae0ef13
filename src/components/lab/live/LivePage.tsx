import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { TuningChoice } from '../../../run/device/executor';
import type { CameraChoice } from '../../../run/frames/frameSource';
import { LookInside } from '../../running/inside/LookInside';
import { useStore } from '../../../store';
import { isCheckpointFile } from '../../running/checkpoints/isCheckpointFile';
import { useCheckpointJob } from '../../running/checkpoints/useCheckpointJob';
import { chosenSource, type OwnSource } from '../../../lab/session/chosenSource';
import type { FrameFeed } from '../../../lab/feed/frameFeed';
import { LiveFaults } from '../../running/faults/LiveFaults';
import styles from './LivePage.module.css';
import type { SourceChoice } from '../../../lab/session/sessionSource';
import { LiveSwitches } from './LiveSwitches';
import { LoadingPanel } from './LoadingPanel';
import { runnableName, smallerResolution, withResolution, type Runnable } from '../../../lab/networks/runnable';
import type { samples } from '../../../lab/session/samples';
import { SourceChooser } from '../../running/source/SourceChooser';
import { Stage } from '../../running/source/Stage';
import { TopGuesses } from './TopGuesses';
import { useCameras } from '../../running/source/useCameras';
import { useIsPainted } from './useIsPainted';
import { useKey } from '../../ui/useKey';
import { useLiveChoices } from './useLiveChoices';
import { useLiveSession } from '../../running/session/useRunSession';
import { useRunnable } from './useRunnable';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';

// The page is painted before they come: the picture, its names and the sources are what a visitor looks at first.
const LiveSettings = lazy(async () => ({ default: (await import('./LiveSettings')).LiveSettings }));
const LatencyOverlay = lazy(async () => ({ default: (await import('./LatencyOverlay')).LatencyOverlay }));

/** The first page a person sees: a picture, what a network sees in it, and what that took. */
export function LivePage() {
  const [choices, choose] = useLiveChoices();
  const [own, setOwn] = useState<OwnSource>({ file: null, deviceId: null });
  const [isPaused, setIsPaused] = useState(false);
  const isPainted = useIsPainted();
  const overlayShown = useStore((state) => state.overlayShown);
  const toggleOverlay = useStore((state) => state.toggleOverlay);

  const trained = useTrainedNetworks();
  const { runnable, choice: network, fault } = useRunnable(choices.net, trained);
  const source = useMemo<SourceChoice>(
    () => chosenSource({ source: choices.source, facing: choices.facing }, own),
    [choices.source, choices.facing, own],
  );
  const tuning = useMemo<TuningChoice>(
    () => ({ tuning: choices.tune ? 'always' : 'onHardware', halfPrecision: choices.half }),
    [choices.tune, choices.half],
  );
  const { session, status } = useLiveSession({
    backend: choices.backend,
    tuning,
    network,
    source,
    repeatsPhoto: choices.repeat,
    isPaused,
    smoothsGuesses: choices.smooth,
  });
  const cameras = useCameras(status.source);
  const isPhoto = status.source?.kind === 'photo';
  const isStill = (isPhoto || isPaused) && !choices.repeat;
  useKey('l', toggleOverlay);
  useKey('p', () => {
    setIsPaused(!isPaused && !isPhoto);
  });
  const takeSample = (id: (typeof samples)[number]['id']) => {
    setIsPaused(false);
    setOwn({ ...own, file: null });
    void choose({ source: id });
  };
  const desk = useCheckpointJob((net) => void choose({ net }));
  const takeFile = (file: File) => {
    if (isCheckpointFile(file)) desk.open(file);
    else {
      setIsPaused(false);
      setOwn({ ...own, file });
    }
  };
  const takeCamera = (camera: CameraChoice) => {
    setIsPaused(false);
    setOwn({ file: null, deviceId: 'deviceId' in camera ? camera.deviceId : null });
    void choose({ source: 'camera', ...('facing' in camera ? { facing: camera.facing } : {}) });
  };
  const takeNetwork = (wanted: Runnable) => {
    void choose({ net: runnableName(wanted) });
  };

  return (
    <div className={styles['page']}>
      <Intro />
      <div className={styles['left']}>
        <Stage status={status} isMirrored={choices.mirror} onFile={takeFile}>
          {status.report === null ? (
            status.engineFault === null && trained.fault === null && <LoadingPanel progress={status.progress} />
          ) : overlayShown ? (
            <Suspense fallback={null}>
              <LatencyOverlay report={status.report} memory={status.memory} frames={session.frames} isStill={isStill} />
            </Suspense>
          ) : null}
        </Stage>
        <SourceChooser
          choice={source}
          source={status.source}
          cameras={cameras}
          onSample={takeSample}
          onFile={takeFile}
          onCamera={takeCamera}
          isPaused={isPaused}
          onPause={setIsPaused}
        />
        <LiveFaults
          status={status}
          session={session}
          onSample={takeSample}
          onBackend={(backend) => void choose({ backend })}
          trained={trained}
          smallerResolution={runnable && smallerResolution(runnable)}
          onResolution={(resolution) => {
            if (runnable !== null) takeNetwork(withResolution(runnable, resolution));
          }}
        />
      </div>
      <LiveSwitches source={status.source} isStill={isPhoto || isPaused} />
      <div className={styles['right']}>
        <Guesses runnable={runnable} frames={session.frames} isStill={isStill} />
        <div className={styles['settings']}>
          {isPainted ? (
            <Suspense fallback={null}>
              <LiveSettings
                trained={trained}
                runnable={runnable}
                fault={fault}
                desk={desk}
                status={status}
                frames={session.frames}
                onNetwork={takeNetwork}
              />
            </Suspense>
          ) : null}
        </div>
      </div>
      <div className={styles['inside']}>
        {runnable === null ? null : (
          <LookInside session={session} status={status} runnable={runnable} isStill={isPhoto || isPaused} />
        )}
      </div>
    </div>
  );
}

function Intro() {
  return (
    <div className={styles['intro']}>
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
  readonly frames: FrameFeed;
  readonly isStill: boolean;
};

function Guesses({ runnable, frames, isStill }: GuessesProps) {
  return (
    <div className={styles['guesses']}>
      {runnable?.manifest === null ? (
        <UntrainedNotice name={runnable.network.model.name} />
      ) : (
        <TopGuesses frames={frames} isStill={isStill} />
      )}
    </div>
  );
}

/** In place of names that would mean nothing. */
function UntrainedNotice({ name }: { readonly name: string }) {
  return (
    <section className={styles['untrained']}>
      <h2>
        <Trans>untrained: latency only</Trans>
      </h2>
      <p>
        <Trans>{name} has no weights for these options here. What it takes is measured all the same.</Trans>
      </p>
    </section>
  );
}
