import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useMemo, useState } from 'react';
import type { TuningChoice } from '../../../run/device/executor';
import { useCheckpointJob } from '../../running/checkpoints/useCheckpointJob';
import { silentFeed } from '../../../lab/feed/frameFeed';
import styles from './LivePage.module.css';
import { givesFeatures, runnableName, type Runnable } from '../../../lab/networks/runnable';
import { useSourceChoice } from '../../running/source/useSourceChoice';
import { LiveActions, type LivePanel } from './LiveActions';
import { LiveNews } from './LiveNews';
import { LivePicture } from './LivePicture';
import { TopGuesses } from './TopGuesses';
import { useFullScreen } from './useFullScreen';
import { useIsPainted } from './useIsPainted';
import { useLiveChoices } from './useLiveChoices';
import { useRunSession } from '../../running/session/useRunSession';
import { useRunnable } from '../../running/network/useRunnable';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';
import { late } from '../../ui/late';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { Spoken } from '../../ui/Spoken';

// Not needed for the first paint: visitors look at the picture, its label and the sources first.
const NetworkLine = late(async () => (await import('./NetworkLine')).NetworkLine);

const FeaturesNotice = late(async () => (await import('./FeaturesNotice')).FeaturesNotice);
const UntrainedNotice = late(async () => (await import('./UntrainedNotice')).UntrainedNotice);
const MapStrip = late(async () => (await import('./MapStrip')).MapStrip);
const Inside = late(async () => (await import('../../running/inside/Inside')).Inside);

/** Where feature maps fit below the answer. */
const roomForMaps = '(width >= 1200px) and (height >= 880px)';

/** The lab: a picture, what a network sees in it, and how long that took, all of it in the window. */
export function LivePage() {
  const { t } = useLingui();
  const [choices, choose] = useLiveChoices();
  const source = useSourceChoice();
  const isPainted = useIsPainted();
  const { isFull, toggle: toggleFull } = useFullScreen();
  const [panel, openPanel] = useState<LivePanel | null>(null);
  const [isInside, setIsInside] = useState(false);
  const hasRoom = useMediaQuery(roomForMaps);
  const showsMaps = choices.maps && hasRoom && !isFull;

  const trained = useTrainedNetworks();
  const runnable = useRunnable(choices.net, trained);
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
  const isHeld = status.source?.kind === 'photo' || source.isPaused;
  const isStill = isHeld && !choices.repeat;
  const desk = useCheckpointJob((net) => void choose({ net }));
  const chooseNetwork = (wanted: Runnable) => {
    void choose({ net: runnableName(wanted) });
  };
  const opens = (name: LivePanel) => (isOpen: boolean) => {
    openPanel((open) => (isOpen ? name : open === name ? null : open));
  };

  return (
    <>
      <div className={styles.page} data-full={isFull}>
        <Intro />
        <div className={styles.left}>
          <LivePicture
            {...{ source, session, status, trained, runnable, isStill, isFull }}
            onFull={toggleFull}
            onWeights={(files) => {
              desk.open(files, 'picture');
            }}
            onNetwork={chooseNetwork}
          />
        </div>
        <div className={styles.right}>
          <div className={styles.say}>
            <LiveNews
              desk={desk}
              isPanelOpen={panel === 'network'}
              small={choices.net === null ? (runnable?.manifest ?? null) : null}
              usual={trained.networks[0]}
              onUsual={(net) => void choose({ net })}
            />
            {runnable?.manifest === null ? (
              <Suspense fallback={null}>
                <UntrainedNotice runnable={runnable} trained={trained.networks} onNetwork={chooseNetwork} />
              </Suspense>
            ) : runnable !== null && givesFeatures(runnable) ? (
              <Suspense fallback={null}>
                <FeaturesNotice />
              </Suspense>
            ) : (
              <TopGuesses
                frames={lane?.frames ?? silentFeed}
                isStill={isStill}
                isOver={status.hasEnded}
                isFull={isFull}
                isShort={showsMaps}
              />
            )}
            <div className={styles.network}>
              {isPainted ? (
                <Suspense fallback={null}>
                  <NetworkLine
                    trained={trained}
                    runnable={runnable}
                    desk={desk}
                    onNetwork={chooseNetwork}
                    isOpen={panel === 'network'}
                    onOpenChange={opens('network')}
                    isInside={isInside}
                    onInside={() => setIsInside(!isInside)}
                  />
                </Suspense>
              ) : null}
            </div>
            {showsMaps ? (
              <div className={styles.maps}>
                {isPainted && runnable !== null && !isInside ? (
                  <Suspense fallback={null}>
                    <MapStrip session={session} status={status} runnable={runnable} isStill={isHeld} />
                  </Suspense>
                ) : null}
              </div>
            ) : null}
          </div>
          <LiveActions status={status} runnable={runnable} isStill={isHeld} open={panel} opens={opens} />
        </div>
      </div>
      {isInside && runnable !== null ? (
        <section className={styles.inside} aria-label={t`Look inside`} ref={bringIntoView}>
          <Suspense fallback={null}>
            <Inside session={session} status={status} runnable={runnable} isStill={isHeld} />
          </Suspense>
        </section>
      ) : null}
    </>
  );
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** The page is its picture and its label; a heading and what is promised are said, and shown where a window has room. */
function Intro() {
  return (
    <div className={styles.intro}>
      <Spoken>
        <h1>
          <Trans>What does the network see?</Trans>
        </h1>
        <Trans>
          A small convolutional network names what it sees. It runs in this browser; no picture leaves your device.
        </Trans>
      </Spoken>
    </div>
  );
}
