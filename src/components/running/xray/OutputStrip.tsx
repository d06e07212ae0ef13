import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Node } from '../../../nets/graph';
import type { ChannelMaps } from '../../../nets/maps/tensorView';
import { wholeTile } from '../../../viz/maps/tiling';
import { Sized } from '../../ui/Sized';
import { drawnChannels } from './drawnChannels';
import { MapGrid, type Point } from './MapGrid';
import type { LevelProps } from './seen';

type OutputStripProps = {
  readonly maps: ChannelMaps;
  readonly channel: number;
  readonly node: Node;
  readonly point: Point | null;
  /** Goes on down from a channel, where there is a level below. */
  readonly onEnter?: (channel: number) => void;
} & Pick<LevelProps, 'onOpen'>;

/** All output maps of the layer, to choose from. */
export function OutputStrip({ maps, channel, node, onOpen, onEnter, point }: OutputStripProps) {
  const { t } = useLingui();
  const shown = useMemo(() => drawnChannels(maps), [maps]);
  const { channels, height, width } = node.shape;
  const tile = wholeTile(channels > 200 ? 16 : channels > 64 ? 22 : 30, width);
  return (
    <Sized>
      {(widthPx) => (
        <MapGrid
          maps={shown}
          tiling={{
            columns: Math.min(channels, Math.max(1, Math.floor(widthPx / (tile + 2)))),
            ...{ tile, gap: 2, mapSize: [height, width] },
          }}
          label={t`Output channels`}
          nameOf={(index) => t`channel ${index}`}
          chosen={channel}
          framed={[channel]}
          onChoose={(wanted) => onOpen({ level: 'layer', id: node.id, channel: wanted })}
          onEnter={onEnter}
          point={point === null || tile < 22 ? null : point}
        />
      )}
    </Sized>
  );
}
