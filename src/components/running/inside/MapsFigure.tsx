import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Graph, Node } from '../../../nets/graph';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import { channelGroupsOf } from '../../../nets/readings/channelGroups';
import { fittingTiling } from '../../../viz/maps/tiling';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { VectorBars } from '../xray/VectorBars';
import { drawnChannels } from '../xray/drawnChannels';
import { groupHueOf } from '../xray/groupHue';
import type { DrawnMap } from '../xray/drawMaps';
import { MapGrid } from '../xray/MapGrid';
import { ScaleLegend } from '../xray/ScaleLegend';
import styles from './LookInside.module.css';
import { MapMagnifier } from './MapMagnifier';

type MapsFigureProps = {
  readonly graph: Graph;
  readonly node: Node;
  /** Null until it was seen. */
  readonly tensor: SeenTensor | null;
};

/** All feature maps of a tensor on one sheet, and one of them large: under the pointer, pressed, or chosen by its number. */
export function MapsFigure({ graph, node: { id, shape }, tensor }: MapsFigureProps) {
  const { t } = useLingui();
  const groups = useMemo(() => channelGroupsOf(graph).get(id) ?? [], [graph, id]);
  const { channels } = shape;
  const isVector = shape.height * shape.width === 1;
  const title = isVector ? t`${id}: ${channels} values` : t`${id}: ${channels} feature maps`;
  return (
    <Figure
      title={title}
      actions={isVector ? null : <ScaleLegend />}
      caption={
        isVector ? (
          <Trans>
            One bar per channel, in channel order. They refresh about once a second, so the run hardly slows.
          </Trans>
        ) : (
          <Trans>
            One tile per channel, in channel order: the ground is zero, and each map has a scale of its own, but none
            shines that hardly varies. Where no value is negative, groups have a colour each. The tiles refresh about
            once a second, so the run hardly slows.
          </Trans>
        )
      }
    >
      {tensor === null ? (
        <Waiting />
      ) : isVector ? (
        <Sized>
          {(width) => {
            const columns = Math.ceil(channels / 24);
            return (
              <VectorBars
                values={tensor.numbers.mean}
                width={Math.min(width, columns * 60)}
                height={Math.min(24, channels) * 14}
                columns={columns}
                label={title}
              />
            );
          }}
        </Sized>
      ) : (
        <Maps tensor={tensor} groups={groups} name={title} />
      )}
    </Figure>
  );
}

type MapsProps = {
  readonly tensor: SeenTensor;
  readonly groups: readonly (number | null)[];
  readonly name: string;
};

function Maps({ tensor, groups, name }: MapsProps) {
  const { t } = useLingui();
  const [kept, keep] = useState(0);
  const [pointed, point] = useState<number | null>(null);
  const maps = useMemo(() => drawnChannels(tensor.maps, groupHueOf(tensor, groups)), [tensor, groups]);
  const channel = pointed ?? kept;
  const map = maps[channel];
  return (
    <div className={styles.maps}>
      <Sized>
        {(width) => (
          <Sheet
            {...{ tensor, maps, width, name }}
            kept={kept}
            nameOf={(index) => t`channel ${index}`}
            onPoint={point}
            onKeep={keep}
          />
        )}
      </Sized>
      {map === undefined ? null : <MapMagnifier tensor={tensor} map={map} channel={channel} onChannel={keep} />}
    </div>
  );
}

type SheetProps = {
  readonly tensor: SeenTensor;
  readonly maps: readonly DrawnMap[];
  readonly width: number;
  readonly name: string;
  readonly kept: number;
  readonly nameOf: (index: number) => string;
  readonly onPoint: (index: number | null) => void;
  readonly onKeep: (index: number) => void;
};

function Sheet({ tensor, maps, width, name, kept, nameOf, onPoint, onKeep }: SheetProps) {
  const [mapHeight, mapWidth, count] = tensor.shape;
  const tiling = useMemo(
    () => fittingTiling(count, [mapHeight, mapWidth], { width, maxHeight: Math.max(360, 0.75 * width) }),
    [count, mapHeight, mapWidth, width],
  );
  return (
    <MapGrid
      {...{ maps, tiling, nameOf }}
      label={name}
      chosen={kept}
      framed={[kept]}
      onChoose={onKeep}
      onPoint={(_, index) => onPoint(index)}
    />
  );
}

/** Where a picture will be. */
export function Waiting() {
  return (
    <p className={styles.waiting}>
      <Trans>Waiting</Trans>
    </p>
  );
}
