import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Node } from '../../../nets/graph';
import type { ChannelMaps } from '../../../nets/maps/tensorView';
import { wholeTile } from '../../../viz/maps/tiling';
import { drawnChannels } from './drawnChannels';
import styles from './LayerLevel.module.css';
import { MapGrid } from './MapGrid';

type InputRailProps = {
  readonly maps: ChannelMaps;
  readonly source: Node;
  readonly range: { readonly from: number; readonly end: number };
  readonly greatest: readonly number[];
};

/** All input maps; those that this output does not read are outlines. */
export function InputRail({ maps, source, range, greatest }: InputRailProps) {
  const { t } = useLingui();
  const { channels, height, width } = source.shape;
  const shown = useMemo(
    () => drawnChannels(maps).map((map, at) => ({ ...map, isAbsent: at < range.from || at >= range.end })),
    [maps, range.from, range.end],
  );
  const tile = wholeTile(channels > 400 ? 10 : channels > 100 ? 16 : channels > 24 ? 22 : 40, width);
  const columns = Math.max(1, Math.floor(204 / (tile + 2)));
  const read = range.end - range.from;
  return (
    <div className={styles.rail}>
      <p>
        {read === channels ? (
          <Trans>{channels} input maps, all read</Trans>
        ) : (
          <Trans>
            {read} of {channels} input maps read
          </Trans>
        )}
      </p>
      <MapGrid
        maps={shown}
        tiling={{ columns, tile, gap: 2, mapSize: [height, width] }}
        label={t`Input maps, those that add most framed`}
        framed={greatest}
        nameOf={() => ''}
      />
    </div>
  );
}
