import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { NetworkChoice } from '../../run/network';
import { useStore } from '../../store';
import { CopyLink } from '../controls/CopyLink';
import { Message } from '../controls/Message';
import { Switch } from '../controls/Switch';
import { BackendChooser } from './BackendChooser';
import { LatencyOverlay } from './LatencyOverlay';
import { LiveFaults } from './LiveFaults';
import styles from './LivePage.module.css';
import type { SourceChoice } from './sourceSlot';
import { LoadingPanel } from './LoadingPanel';
import { NetworkChooser } from './NetworkChooser';
import { samples } from './samples';
import { SourceChooser } from './SourceChooser';
import { Stage } from './Stage';
import { TopGuesses } from './TopGuesses';
import { useCameras } from './useCameras';
import { useKey } from './useKey';
import { useLiveChoices } from './useLiveChoices';
import { useLiveSession } from './useLiveSession';
import { useTrainedNetworks } from './useTrainedNetworks';

/** What belongs to this visit alone and cannot be in an address. */
type Own = { readonly file: File | null; readonly deviceId: string | null };

/** The first page a person sees: a picture, what a network sees in it, and what that took. */
export function LivePage() {
  const { t } = useLingui();
  const [choices, choose] = useLiveChoices();
  const [own, setOwn] = useState<Own>({ file: null, deviceId: null });
  const overlayShown = useStore((state) => state.overlayShown);
  const toggleOverlay = useStore((state) => state.toggleOverlay);
  useKey('l', toggleOverlay);

  const trained = useTrainedNetworks();
  const manifest = trained.networks.find(({ name }) => name === choices.net) ?? trained.networks[0];
  const network = useMemo<NetworkChoice | null>(
    () =>
      manifest === undefined
        ? null
        : { id: manifest.net, options: manifest.options, resolution: manifest.resolution, weights: manifest.name },
    [manifest],
  );
  const source = useMemo<SourceChoice>(() => sourceChoice(choices.source, own), [choices.source, own]);
  const { session, status } = useLiveSession({
    backend: choices.backend,
    network,
    source,
    repeatsPhoto: choices.repeat,
  });
  const cameras = useCameras(status.source);
  const isPhoto = status.source?.kind === 'photo';

  const takeSample = (id: (typeof samples)[number]['id']) => {
    setOwn({ ...own, file: null });
    void choose({ source: id });
  };
  const takeFile = (file: File) => {
    setOwn({ ...own, file });
  };
  const takeCamera = (deviceId: string | null) => {
    setOwn({ file: null, deviceId });
    void choose({ source: 'camera' });
  };
  const isUnknown = choices.net !== null && trained.networks.length > 0 && manifest?.name !== choices.net;

  return (
    <div className={styles['page']}>
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
      <div className={styles['left']}>
        <Stage status={status} onFile={takeFile}>
          {status.report === null ? (
            status.engineFault === null && trained.fault === null && <LoadingPanel progress={status.progress} />
          ) : overlayShown ? (
            <LatencyOverlay report={status.report} frames={session.frames} isStill={isPhoto && !choices.repeat} />
          ) : null}
        </Stage>
        <SourceChooser
          choice={source}
          source={status.source}
          cameras={cameras}
          onSample={takeSample}
          onFile={takeFile}
          onCamera={takeCamera}
        />
        <LiveFaults
          status={status}
          session={session}
          onSample={takeSample}
          onBackend={(backend) => void choose({ backend })}
          trained={trained}
        />
      </div>
      <div className={styles['switches']}>
        <Switch label={t`Latency over the picture (key L)`} isOn={overlayShown} onChange={toggleOverlay} />
        <Switch
          label={t`Measure a photo over and over`}
          isOn={choices.repeat}
          onChange={(repeat) => void choose({ repeat })}
          isDisabled={!isPhoto}
        />
      </div>
      <div className={styles['right']}>
        <TopGuesses frames={session.frames} isStill={isPhoto && !choices.repeat} />
        <div className={styles['settings']}>
          {isUnknown ? (
            <Message tone="warning">
              <Trans>There are no weights called {choices.net} here; the network below runs instead.</Trans>
            </Message>
          ) : null}
          <NetworkChooser networks={trained.networks} chosen={manifest} onChoose={(net) => void choose({ net })} />
          <BackendChooser
            choice={choices.backend}
            device={status.device}
            onChoose={(backend) => void choose({ backend })}
          />
          <CopyLink />
        </div>
      </div>
    </div>
  );
}

function sourceChoice(source: 'camera' | (typeof samples)[number]['id'], { file, deviceId }: Own): SourceChoice {
  if (file !== null) return { kind: 'file', file };
  if (source === 'camera') return { kind: 'camera', deviceId };
  return { kind: 'sample', url: samples.find(({ id }) => id === source)?.url ?? samples[0].url };
}
