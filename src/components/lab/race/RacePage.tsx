import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { catalogue } from '../../../nets/models';
import { costOf } from '../../../nets/readings/cost';
import type { Manifest } from '../../../run/weights/manifest';
import { Button } from '../../ui/Button';
import { CopyLink } from '../../ui/CopyLink';
import { Message } from '../../ui/Message';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { BackendChooser } from '../../running/network/BackendChooser';
import { LiveFaults } from '../../running/faults/LiveFaults';
import { NetworkSelect } from '../../running/network/NetworkChooser';
import {
  runnableName,
  runnableTitle,
  trainedRunnable,
  untrainedRunnable,
  withResolution,
  type Runnable,
} from '../../../lab/networks/runnable';
import { RunnableControls } from '../../running/network/RunnableControls';
import { SourceChooser } from '../../running/source/SourceChooser';
import { Stage } from '../../running/source/Stage';
import { useCameras } from '../../running/source/useCameras';
import { useKey } from '../../ui/useKey';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';
import { browserName } from '../../../lab/results/browserName';
import { labResultOf } from '../../../lab/results/labResult';
import { LatencyFigure } from '../../running/results/LatencyFigure';
import { TakeHome } from '../../running/results/TakeHome';
import styles from './RacePage.module.css';
import { RaceTable, racingOf, type Racing } from './RaceTable';
import { raceSize, useRace } from './useRace';

/** Two to eight networks on the same frames, in the order of their latency, and their times against their costs. */
export function RacePage() {
  const { t } = useLingui();
  const trained = useTrainedNetworks();
  const race = useRace(trained);
  const { session, status, lanes, racers, faults } = race;
  const readings = useSyncExternalStore(session.frames.subscribe, session.frames.readings);
  const racing = racingOf(racers, lanes, readings);
  const cameras = useCameras(status.source);
  const removeRacer = (racer: Runnable) => {
    race.takeRacers(racers.filter((other) => other !== racer));
  };
  useKey('p', () => {
    race.pause(!race.isPaused && status.source?.kind !== 'photo');
  });
  return (
    <ExplorePage
      title={t`Race`}
      lede={
        <Trans>
          The same frames for every network. The device does one thing at a time, so they take turns with each frame,
          and none waits for another within its own time; frames per second are those of the whole race.
        </Trans>
      }
    >
      {faults.map((fault) => (
        <Message key={fault} tone="warning" title={t`Part of this address names no network`}>
          {fault}
        </Message>
      ))}
      <div className={styles['track']}>
        <div className={styles['side']}>
          <Stage status={status} onFile={race.takeFile}>
            {null}
          </Stage>
          <SourceChooser
            choice={race.source}
            source={status.source}
            cameras={cameras}
            onSample={race.takeSample}
            onFile={race.takeFile}
            onCamera={race.takeCamera}
            isPaused={race.isPaused}
            onPause={race.pause}
          />
          <LiveFaults
            status={status}
            session={session}
            trained={trained}
            onSample={race.takeSample}
            onBackend={race.takeBackend}
            smallerResolution={null}
            onResolution={() => undefined}
          />
        </div>
        <div className={styles['results']}>
          <RaceTable
            racing={racing}
            onRetry={session.retryLanes}
            onReplace={(racer, wanted) => {
              race.takeRacers(racers.map((other) => (other === racer ? wanted : other)));
            }}
            onRemove={racers.length > raceSize.least ? removeRacer : null}
          />
          <BackendChooser choice={race.backend} device={status.device} onChoose={race.takeBackend} />
        </div>
      </div>
      <LatencyFigure
        points={pointsOf(racing)}
        caption={
          <Trans>
            Both axes are logarithmic. On the dashed line, time would go with the count: a network above it takes longer
            than its count says.
          </Trans>
        }
      />
      <Racers racers={racers} trained={trained.networks} onChoose={race.takeRacers} />
      <div className={styles['tools']}>
        <CopyLink />
        <TakeHome isDisabled={readings.size === 0} results={() => resultsOf(racing)} />
      </div>
    </ExplorePage>
  );
}

type RacersProps = {
  readonly racers: readonly Runnable[];
  readonly trained: readonly Manifest[];
  readonly onChoose: (racers: readonly Runnable[]) => void;
};

/** Who races, each with its options. */
function Racers({ racers, trained, onChoose }: RacersProps) {
  const { t } = useLingui();
  return (
    <section className={styles['chosen']} aria-label={t`Who races`}>
      <ol className={styles['racers']}>
        {racers.map((racer, index) => {
          const number = index + 1;
          const replace = (wanted: Runnable) => {
            onChoose(racers.with(index, wanted));
          };
          return (
            <li key={runnableName(racer)} className={styles['racer']} data-series={number}>
              <NetworkSelect label={t`Network ${number}`} trained={trained} chosen={racer} onChoose={replace} />
              <details className={styles['options']}>
                <summary>
                  <Trans>Options and resolution</Trans>
                </summary>
                <div className={styles['controls']}>
                  <RunnableControls chosen={racer} trained={trained} onChoose={replace} />
                </div>
              </details>
              {racers.length > raceSize.least ? (
                <Button
                  onPress={() => {
                    onChoose(racers.filter((other) => other !== racer));
                  }}
                >
                  <Trans>Remove {runnableTitle(racer)}</Trans>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Button
        isDisabled={racers.length >= raceSize.most || racers.length === 0}
        onPress={() => {
          const free = freeRunnable(racers, trained);
          if (free !== undefined) onChoose([...racers, free]);
        }}
      >
        {t`Add a network`}
      </Button>
    </section>
  );
}

/** The first network that does not race yet: one with weights if there is one. */
function freeRunnable(racers: readonly Runnable[], trained: readonly Manifest[]): Runnable | undefined {
  const taken = new Set(racers.map(runnableName));
  const withWeights = trained.map(trainedRunnable).flatMap((runnable) => (runnable.ok ? [runnable.value] : []));
  const others = catalogue
    .filter(({ role }) => role === 'light')
    .map((model) => withResolution(untrainedRunnable(model), untrainedResolution));
  return [...withWeights, ...others].find((runnable) => !taken.has(runnableName(runnable)));
}

/** Beside networks trained for 96 px, one at 224 would only win a prize for patience. */
const untrainedResolution = 96;

function pointsOf(racing: readonly Racing[]) {
  return racing.flatMap(({ runnable, series, reading }) => {
    const { model, choice } = runnable.network;
    const graph = model.build(choice);
    if (reading === undefined || !graph.ok) return [];
    const { macs, params, memoryAccess } = costOf(graph.value);
    const inferenceMs = reading.latency.partsMs.inference;
    // A time below the clock's resolution has no place on a logarithmic axis.
    if (inferenceMs <= 0) return [];
    const label = `${runnableTitle(runnable)}, ${String(choice['resolution'])} px`;
    return [{ id: runnableName(runnable), label, series, inferenceMs, macs, params, memoryAccess }];
  });
}

function resultsOf(racing: readonly Racing[]) {
  const browser = browserName(navigator.userAgent);
  return racing.flatMap(({ runnable, lane, reading }) =>
    lane?.report == null || reading === undefined
      ? []
      : [labResultOf(runnable, lane.report, reading, { browser, nowMs: Date.now() })],
  );
}
