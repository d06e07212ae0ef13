import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Runnable } from '../../../lab/networks/runnable';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { Graph } from '../../../nets/graph';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import { foldedGraph } from '../../../nets/weights/fold';
import { stripTensorsOf, stripTilings } from '../../../viz/maps/mapStrip';
import type { Tiling } from '../../../viz/maps/tiling';
import { useFeatureMaps } from '../../running/inside/useFeatureMaps';
import { drawnChannels } from '../../running/xray/drawnChannels';
import { MapGrid } from '../../running/xray/MapGrid';
import styles from './MapStrip.module.css';

type MapStripProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly runnable: Runnable;
  readonly isStill: boolean;
};

/** What the network computes on its way to the label: the strongest feature maps of each size, looked at beside the run. */
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
  const tilings = useMemo(() => stripTilings(tensors, height), [tensors]);
  const views = useMemo(
    () =>
      tensors.map(({ id }, column) => {
        const { count = 0, tile: side = height } = tilings[column] ?? {};
        return { id, maps: { pick: 'strongest' as const, count, shown: [] }, side: Math.round(side), exact: null };
      }),
    [tensors, tilings],
  );
  const { tensors: seen } = useFeatureMaps(session, status, views, isStill, 'beside');
  const [first, last] = [tensors[0], tensors.at(-1)];
  if (seen.size === 0 || first === undefined || last === undefined) return null;
  const [widest, smallest] = [first, last].map(({ shape }) => `${shape.height} × ${shape.width}`);
  return (
    <figure className={styles.strip}>
      <div className={styles.columns} role="img" aria-label={t`Feature maps from ${widest} to ${smallest} pixels`}>
        {tensors.map(({ id }, column) => {
          const [tensor, tiling] = [seen.get(id), tilings[column]];
          return tensor === undefined || tiling === undefined ? null : (
            <Column key={id} tensor={tensor} tiling={tiling} />
          );
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

function Column({ tensor, tiling }: { readonly tensor: SeenTensor; readonly tiling: Tiling }) {
  const maps = useMemo(() => drawnChannels(tensor.maps), [tensor]);
  return <MapGrid isFlush maps={maps} tiling={tiling} label="" nameOf={unnamed} />;
}

function unnamed(): string {
  return '';
}
