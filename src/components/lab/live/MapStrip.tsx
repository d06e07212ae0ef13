import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Runnable } from '../../../lab/networks/runnable';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { Graph } from '../../../nets/graph';
import { foldedGraph } from '../../../nets/weights/fold';
import type { Activation } from '../../../run/device/executor';
import type { MapSheet } from '../../../viz/maps/mapSheet';
import { stripSheetsOf, stripTensorsOf } from '../../../viz/maps/mapStrip';
import { ramp } from '../../../viz/maps/ramp';
import { drawSheet } from '../../running/inside/drawSheet';
import { useFeatureMaps } from '../../running/inside/useFeatureMaps';
import styles from './MapStrip.module.css';

type MapStripProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly runnable: Runnable;
  readonly isStill: boolean;
};

/** What the network computes on its way to the label: the first feature maps of each size, looked at beside the run. */
export function MapStrip({ runnable: { network }, ...props }: MapStripProps) {
  const graph = useMemo(() => {
    const built = network.model.build(network.choice);
    return built.ok ? foldedGraph(built.value) : null;
  }, [network]);
  return graph === null ? null : <Strip graph={graph} {...props} />;
}

const height = 184;

function Strip({ graph, session, status, isStill }: Omit<MapStripProps, 'runnable'> & { readonly graph: Graph }) {
  const { t } = useLingui();
  const tensors = useMemo(() => stripTensorsOf(graph), [graph]);
  const sheets = useMemo(() => stripSheetsOf(tensors, height), [tensors]);
  const ids = tensors.map(({ id }) => id);
  const { activations } = useFeatureMaps(session, status, ids, isStill, 'beside');
  const [first, last] = [tensors[0], tensors.at(-1)];
  if (activations.length === 0 || first === undefined || last === undefined) return null;
  const [widest, smallest] = [first, last].map(({ shape }) => `${shape.height} × ${shape.width}`);
  return (
    <figure className={styles.strip}>
      <div className={styles.columns} role="img" aria-label={t`Feature maps from ${widest} to ${smallest} pixels`}>
        {sheets.map((sheet, column) => {
          const activation = activations[column];
          return activation === undefined ? null : <Column key={activation.id} activation={activation} sheet={sheet} />;
        })}
      </div>
      <figcaption className={styles.caption}>
        <Trans>
          Feature maps on the way to the label, from {widest} to {smallest} pixels
        </Trans>
      </figcaption>
    </figure>
  );
}

type ColumnProps = { readonly activation: Activation; readonly sheet: MapSheet & { readonly count: number } };

function Column({ activation, sheet }: ColumnProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) drawSheet(canvas.current, activation, sheet, () => ramp);
  }, [activation, sheet]);
  return <canvas ref={canvas} style={{ inlineSize: sheet.width, blockSize: sheet.height }} />;
}
