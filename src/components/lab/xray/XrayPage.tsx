import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { parseAsInteger, parseAsString } from 'nuqs';
import { costOf } from '../../../nets/readings/cost';
import { foldedGraph } from '../../../nets/weights/fold';
import {
  runnableName,
  runnableTitle,
  smallerResolution,
  withResolution,
  type Runnable,
} from '../../../lab/networks/runnable';
import { above, placeOf, writtenPlace, type XrayPlace } from '../../../lab/xray/place';
import { defaultTuning } from '../../../run/device/executor';
import { imageNetNormalisation } from '../../../run/frames/preprocess';
import { RunFaults } from '../../running/faults/RunFaults';
import { NetworkSelect } from '../../running/network/NetworkSelect';
import { useRunnable } from '../../running/network/useRunnable';
import { useTrainedNetworks } from '../../running/network/useTrainedNetworks';
import { useRunSession } from '../../running/session/useRunSession';
import { SourceChooser } from '../../running/source/SourceChooser';
import { useCameras } from '../../running/source/useCameras';
import { useGivenFiles } from '../../running/source/useGivenFiles';
import { useShownInAddress, useSourceChoice } from '../../running/source/useSourceChoice';
import { ScaleLegend } from '../../running/xray/ScaleLegend';
import type { XrayedNetwork } from '../../running/xray/seen';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { CopyLink } from '../../ui/CopyLink';
import { Message } from '../../ui/Message';
import { useEscape } from '../../ui/useEscape';
import { useKey } from '../../ui/useKey';
import { PlacePath } from './PlacePath';
import { useStageTimes } from './useStageTimes';
import { usePlaceInAddress } from './usePlaceInAddress';
import { XrayBody } from './XrayBody';
import styles from './XrayPage.module.css';

const address = {
  /** As `runnableName` writes it; null for the first network of the index. */
  net: parseAsString,
  backend: oneOf(['auto', 'webgpu', 'wasm']).withDefault('auto'),
  /** A block's path or a layer's id. */
  at: parseAsString,
  channel: parseAsInteger,
  /** `row,column`. */
  pixel: parseAsString,
};

/** A running network from the whole of it down to one multiplication, on the picture that it sees. */
export function XrayPage() {
  const { t } = useLingui();
  const [{ net, backend, at, channel, pixel }, choose] = useAddress(address);
  const source = useSourceChoice();
  const trained = useTrainedNetworks();
  const runnable = useRunnable(net, trained);
  const networks = useMemo(() => (runnable === null ? [] : [runnable]), [runnable]);
  const { session, status } = useRunSession({
    ...{ backend, tuning: defaultTuning, networks, source: source.choice },
    ...{ repeats: 'nothing', isPaused: source.isPaused, smoothsGuesses: false },
  });
  const cameras = useCameras(status.source);
  useShownInAddress(status, source);
  const { give } = useGivenFiles(source, status);
  const [lane] = status.lanes;
  const report = lane?.report ?? null;
  const isMoving = status.source !== null && status.source.kind !== 'photo';
  const isStill = !isMoving || source.isPaused;
  const graph = useMemo(() => {
    const built = runnable?.network.model.build(runnable.network.choice);
    return built?.ok === true ? foldedGraph(built.value) : null;
  }, [runnable]);
  const times = useStageTimes(runnable);
  const network = useMemo<XrayedNetwork | null>(
    () =>
      graph === null || runnable === null
        ? null
        : {
            ...{ name: runnableTitle(runnable), graph, cost: costOf(graph) },
            normalisation: report?.manifest ?? imageNetNormalisation,
            labels: report?.labels ?? null,
            times,
          },
    [graph, runnable, report, times],
  );
  const place: XrayPlace = useMemo(
    () => (graph === null ? { level: 'network' } : placeOf(graph, { at, channel, pixel })),
    [graph, at, channel, pixel],
  );
  usePlaceInAddress(graph, place);
  const [moved, setMoved] = useState<string | null>(null);
  const open = (wanted: XrayPlace): void => {
    setMoved(null);
    void choose(writtenPlace(wanted), { history: wanted.level === place.level ? 'replace' : 'push' });
  };
  useEscape(place.level !== 'network', () => {
    if (graph !== null) open(above(graph, place));
  });
  const freeze = (): void => source.pause(!source.isPaused);
  useKey('p', () => {
    if (isMoving) freeze();
  });
  const chooseNetwork = (wanted: Runnable): void => {
    const built = wanted.network.model.build(wanted.network.choice);
    const next = built.ok ? writtenPlace(placeOf(foldedGraph(built.value), writtenPlace(place))) : writtenPlace(place);
    const was = writtenPlace(place);
    setMoved(
      next.at === was.at && next.channel === was.channel && next.pixel === was.pixel ? null : runnableTitle(wanted),
    );
    void choose({ net: runnableName(wanted), ...next });
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          <Trans>X-ray</Trans>
        </h1>
        <PlacePath network={network} place={place} onOpen={open} />
        <div className={styles.tools}>
          <ScaleLegend />
          {isMoving ? (
            <Button icon={source.isPaused ? 'play' : 'pause'} isPressed={source.isPaused} onPress={freeze}>
              <Trans>Freeze</Trans>
            </Button>
          ) : null}
          <CopyLink look="quiet" />
        </div>
      </header>
      <div className={styles.chosen}>
        <NetworkSelect label={t`Network`} trained={trained.networks} chosen={runnable} onChoose={chooseNetwork} />
        <SourceChooser chosen={source} status={status} cameras={cameras} onFiles={give} />
      </div>
      {place.level === 'network' ? (
        <p className={styles.lede}>
          <Trans>
            Each picture is what one channel of the running network holds for this frame. Press a stage, a map in it,
            and so on, down to a single multiplication.
          </Trans>
        </p>
      ) : null}
      <RunFaults
        status={status}
        fault={status.engineFault ?? lane?.fault ?? null}
        session={session}
        trained={trained}
        onSample={source.chooseSample}
        onBackend={(wanted) => void choose({ backend: wanted })}
        smallerResolution={runnable && smallerResolution(runnable)}
        onResolution={(resolution) => {
          if (runnable !== null) chooseNetwork(withResolution(runnable, resolution));
        }}
      />
      {runnable?.manifest === null ? (
        <Message tone="warning" title={t`Untrained: random weights`}>
          <Trans>
            The maps show what random kernels do, and the labels mean nothing. Choose a network with trained weights.
          </Trans>
        </Message>
      ) : null}
      {moved === null ? null : (
        <Message tone="note" onDismiss={() => setMoved(null)}>
          <Trans>{moved} does not have the place that you looked at; this is the nearest that it has.</Trans>
        </Message>
      )}
      <div className={styles.body}>
        {network === null ? null : <XrayBody {...{ session, status, network, place, isStill }} onOpen={open} />}
      </div>
    </div>
  );
}
