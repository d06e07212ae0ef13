import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useSyncExternalStore } from 'react';
import { costOf } from '../../../nets/readings/cost';
import type { Manifest } from '../../../run/weights/manifest';
import { Button } from '../../ui/Button';
import { CopyLink } from '../../ui/CopyLink';
import { late } from '../../ui/late';
import { figurePlace } from '../../ui/placeLink';
import { Switch } from '../../ui/Switch';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { BackendChooser } from '../../running/network/BackendChooser';
import { RunFaults } from '../../running/faults/RunFaults';
import { NetworkSelect } from '../../running/network/NetworkSelect';
import { NetworkSlot, NetworkSlots } from '../../explain/network/NetworkSlot';
import { useOptionDetail } from '../../explain/network/useOptionDetail';
import { runnableName, runnableTitle, type Runnable } from '../../../lab/networks/runnable';
import { nextRacer, raceSize } from '../../../lab/race/racers';
import { racingOf, type Racing } from '../../../lab/race/racing';
import { RunnableControls } from '../../running/network/RunnableControls';
import { SourcePicture } from '../../running/source/SourcePicture';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';
import { browserName } from '../../../lab/results/browserName';
import { labResultOf } from '../../../lab/results/labResult';
import { LatencyFigure } from '../../running/results/LatencyFigure';
import { TakeHome } from '../../running/results/TakeHome';
import styles from './RacePage.module.css';
import { RaceTable } from './RaceTable';
import { useRace } from './useRace';

// Few races need them.
const ClassMaps = late(async () => (await import('./ClassMaps')).ClassMaps);

/** Two to eight networks on the same frames, ranked by latency, with a chart of their times against their costs. */
export function RacePage() {
  const { t } = useLingui();
  const trained = useTrainedNetworks();
  const race = useRace(trained);
  const { session, status, racers, source } = race;
  const summaries = useSyncExternalStore(session.frames.subscribe, session.frames.summaries);
  const racing = racingOf(racers, status.lanes, summaries);
  const removeRacer = (racer: Runnable) => {
    race.chooseRacers(racers.filter((other) => other !== racer));
  };
  return (
    <ExplorePage
      title={t`Race`}
      lede={
        <Trans>
          Every network gets the same frames. The device does one thing at a time, so the networks take turns, and a
          network’s time does not include waiting for the others. Frames per second are those of the whole race.
        </Trans>
      }
    >
      <div className={styles.track} id={figurePlace('race')} data-screen="figure">
        <div className={styles.side}>
          <SourcePicture
            chosen={source}
            status={status}
            faults={
              <RunFaults
                status={status}
                fault={status.engineFault}
                session={session}
                trained={trained}
                onSample={source.chooseSample}
                onBackend={race.chooseBackend}
                smallerResolution={null}
                onResolution={() => undefined}
              />
            }
          />
        </div>
        {/* Nothing, here and below, before it is known who races: what is below the table would jump. */}
        {racing.length === 0 ? null : (
          <div className={styles.results} id="race-table">
            <RaceTable
              racing={racing}
              onRetry={session.retryLanes}
              onReplace={(racer, wanted) => {
                race.chooseRacers(racers.map((other) => (other === racer ? wanted : other)));
              }}
              onRemove={racers.length > raceSize.min ? removeRacer : null}
            />
            <BackendChooser choice={race.backend} device={status.device} onChoose={race.chooseBackend} />
          </div>
        )}
      </div>
      {racing.length === 0 ? (
        <div className={styles.waiting} />
      ) : (
        <>
          <section className={styles.chosen} aria-label={t`What each network looks at`}>
            <Switch
              label={t`Class maps: what feeds each network’s label`}
              isOn={race.showsMaps}
              onChange={race.showMaps}
            />
            {race.showsMaps ? (
              <Suspense fallback={null}>
                <ClassMaps
                  session={session}
                  status={status}
                  racing={racing}
                  isStill={source.isPaused || status.source?.kind === 'photo'}
                />
              </Suspense>
            ) : null}
          </section>
          <Racers racers={racers} trained={trained.networks} onChoose={race.chooseRacers} />
          <LatencyFigure
            points={pointsOf(racing)}
            caption={
              <Trans>
                Both axes are logarithmic. Along the dashed line, time is proportional to the count; a network above it
                takes longer than its count suggests.
              </Trans>
            }
          />
          <div className={styles.tools}>
            <CopyLink />
            <TakeHome isDisabled={summaries.size === 0} results={() => resultsOf(racing)} />
          </div>
        </>
      )}
    </ExplorePage>
  );
}

type RacersProps = {
  readonly racers: readonly Runnable[];
  readonly trained: readonly Manifest[];
  readonly onChoose: (racers: readonly Runnable[]) => void;
};

/** The racing networks, each with its options. */
function Racers({ racers, trained, onChoose }: RacersProps) {
  const { t } = useLingui();
  const detailOf = useOptionDetail();
  return (
    <section className={styles.chosen} aria-label={t`Networks in the race`}>
      <NetworkSlots>
        {racers.map((racer, index) => {
          const number = index + 1;
          const replace = (wanted: Runnable) => {
            onChoose(racers.with(index, wanted));
          };
          return (
            <NetworkSlot
              key={runnableName(racer)}
              title={runnableTitle(racer)}
              options={detailOf(racer.network)}
              onRemove={
                racers.length > raceSize.min
                  ? () => {
                      onChoose(racers.filter((other) => other !== racer));
                    }
                  : null
              }
              select={
                <NetworkSelect label={t`Network ${number}`} trained={trained} chosen={racer} onChoose={replace} />
              }
            >
              <RunnableControls chosen={racer} trained={trained} onChoose={replace} />
            </NetworkSlot>
          );
        })}
      </NetworkSlots>
      <Button
        isDisabled={racers.length >= raceSize.max || racers.length === 0}
        onPress={() => {
          const next = nextRacer(racers, trained);
          if (next !== undefined) onChoose([...racers, next]);
        }}
      >
        {t`Add a network`}
      </Button>
    </section>
  );
}

function pointsOf(racing: readonly Racing[]) {
  return racing.flatMap(({ runnable, summary }) => {
    const { model, choice } = runnable.network;
    const graph = model.build(choice);
    if (summary === undefined || !graph.ok) return [];
    const { macs, params, memoryAccess } = costOf(graph.value);
    const inferenceMs = summary.latency.partsMs.inference;
    // Times below the clock's resolution read 0, which a logarithmic axis cannot show.
    if (inferenceMs <= 0) return [];
    const label = `${runnableTitle(runnable)}, ${String(choice['resolution'])} px`;
    return [{ id: runnableName(runnable), label, inferenceMs, macs, params, memoryAccess }];
  });
}

function resultsOf(racing: readonly Racing[]) {
  const browser = browserName(navigator.userAgent);
  return racing.flatMap(({ runnable, lane, summary }) =>
    lane?.report == null || summary === undefined
      ? []
      : [labResultOf(runnable, lane.report, summary, { browser, nowMs: Date.now() })],
  );
}
