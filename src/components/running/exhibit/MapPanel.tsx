import { useMemo, type ReactNode } from 'react';
import type { MapValues } from '../../../nets/arithmetic/mapValues';
import { channelOf } from '../../../nets/arithmetic/mapValues';
import { magnitudeLimit, mapLimit } from '../../../nets/maps/scaleLimit';
import { MapGrid } from '../xray/MapGrid';
import styles from './MapPanel.module.css';

type MapPanelProps = {
  /** Over the maps. */
  readonly title: ReactNode;
  /** Its accessible name. */
  readonly label: string;
  readonly map: MapValues;
  /** Maps whose scales these take, as where they are compared; by default their own. */
  readonly scale?: MapValues;
  readonly columns: number;
  /** The side of a map, px. */
  readonly tile: number;
  readonly hueOf?: (channel: number) => number | undefined;
  readonly chosen?: number;
  readonly onChoose?: (channel: number) => void;
};

/** All maps of a tensor in order, with a title. */
export function MapPanel({ title, label, map, scale, columns, tile, hueOf, chosen, onChoose }: MapPanelProps) {
  const maps = useMemo(() => {
    const by = scale ?? map;
    const layer = magnitudeLimit(by.values);
    return Array.from({ length: map.shape[2] }, (_, channel) => ({
      values: channelOf(map, channel),
      limit: mapLimit(channelOf(by, channel), layer),
      hue: hueOf?.(channel),
    }));
  }, [map, scale, hueOf]);
  const [height, width] = map.shape;
  return (
    <div>
      <p className={styles.title}>{title}</p>
      <div className={styles.ground}>
        <MapGrid
          maps={maps}
          tiling={{ columns, tile, gap: 2, mapSize: [height, width] }}
          label={label}
          nameOf={String}
          {...(onChoose === undefined || chosen === undefined ? {} : { chosen, onChoose, framed: [chosen] })}
        />
      </div>
    </div>
  );
}
