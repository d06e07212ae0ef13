import { Trans, useLingui } from '@lingui/react/macro';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import { NumberSlider } from '../../ui/NumberSlider';
import { shortNumberText } from '../../ui/numberText';
import { wholeTile } from '../../../viz/maps/tiling';
import type { DrawnMap } from '../xray/drawMaps';
import { MapGrid } from '../xray/MapGrid';
import styles from './LookInside.module.css';

type MapMagnifierProps = {
  readonly tensor: SeenTensor;
  readonly map: DrawnMap;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
};

/** Px that the enlarged map may take. */
const room = 240;

/** One map, large, with its number and its least and greatest value. Channels count from 0, as in PyTorch. */
export function MapMagnifier({ tensor, map, channel, onChannel }: MapMagnifierProps) {
  const { t, i18n } = useLingui();
  const [height, width, count] = tensor.shape;
  const { least, greatest } = tensor.numbers;
  const text = (value = 0): string => shortNumberText(value, i18n.locale);
  const maps = [map];
  const tiling = {
    columns: 1,
    tile: wholeTile(room, Math.max(height, width)),
    gap: 0,
    mapSize: [height, width] as const,
  };
  return (
    <div className={styles.magnifier}>
      <MapGrid maps={maps} tiling={tiling} label={t`Channel ${channel}, enlarged`} nameOf={() => ''} />
      <NumberSlider
        label={t`Channel`}
        values={Array.from({ length: count }, (_, index) => index)}
        value={channel}
        onChange={onChannel}
      />
      <p className={styles.range}>
        <Trans>
          from {text(least[channel])} to {text(greatest[channel])}
        </Trans>
      </p>
    </div>
  );
}
