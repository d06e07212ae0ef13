import { Trans, useLingui } from '@lingui/react/macro';
import { channelOf } from '../../../nets/arithmetic/mapValues';
import { kernelOf, type Contributions } from '../../../nets/arithmetic/partialMaps';
import { slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import type { Node } from '../../../nets/graph';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import type { Activation } from '../../../run/device/executor';
import { mapLimit } from '../../../viz/maps/scaleLimit';
import { percentText } from '../../ui/numberText';
import { KernelPicture } from './KernelPicture';
import styles from './LayerLevel.module.css';
import { MapGrid, type DrawnMap, type Point } from './MapGrid';

type ContributionRowsProps = {
  readonly op: WeightLayer;
  readonly node: Node;
  readonly channel: number;
  readonly source: Node;
  readonly input: Activation;
  readonly layer: LayerWeights;
  readonly parts: Contributions;
  /** The magnitudes of the strongest colours. */
  readonly limits: { readonly input: number; readonly kernel: number; readonly part: number };
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
  readonly onOpen: (point: Point | null) => void;
};

/** Input map times kernel is partial map, for the input channels that add most, and all others as one. */
export function ContributionRows(props: ContributionRowsProps) {
  const { op, node, channel, source, input, layer, parts, limits, point, onPoint, onOpen } = props;
  const { t, i18n } = useLingui();
  const one = (values: ArrayLike<number>, limit: number): readonly DrawnMap[] => [{ values, limit }];
  const tiles = { columns: 1, tile: 64, gap: 0 } as const;
  const mapSize = [source.shape.height, source.shape.width] as const;
  const outSize = [node.shape.height, node.shape.width] as const;
  return (
    <ol className={styles.rows} aria-label={t`What each input map adds`}>
      <li className={styles.heads} aria-hidden="true">
        <span>
          <Trans>input map</Trans>
        </span>
        <span>
          <Trans>× kernel</Trans>
        </span>
        <span>
          <Trans>= partial map</Trans>
        </span>
      </li>
      {parts.greatest.map((part) => {
        const values = channelOf(input, part.channel);
        return (
          <li key={part.channel} className={styles.row}>
            <MapGrid
              maps={one(values, mapLimit(values, limits.input))}
              tiling={{ ...tiles, mapSize }}
              label={t`Input channel ${part.channel}`}
              nameOf={() => ''}
              point={point}
              onPoint={onPoint}
            />
            <span className={styles.sign} aria-hidden="true">
              ×
            </span>
            <KernelPicture
              values={kernelOf(op, source.shape.channels, layer, { channel, read: part.channel })}
              size={slidingOf(op).kernel}
              limit={limits.kernel}
              label={t`Kernel for input channel ${part.channel}`}
            />
            <span className={styles.sign} aria-hidden="true">
              =
            </span>
            <MapGrid
              maps={one(part.values, limits.part)}
              tiling={{ ...tiles, mapSize: outSize }}
              label={t`What input channel ${part.channel} adds`}
              nameOf={() => t`Partial map of channel ${part.channel}`}
              onOpen={(_, at) => onOpen(at)}
              point={point}
              onPoint={onPoint}
            />
            <span className={styles.share}>
              <Trans>channel {part.channel}</Trans>
              <span
                className={styles.bar}
                style={{ inlineSize: `${String(100 * (part.share / (parts.greatest[0]?.share ?? 1)))}%` }}
              />
              <Trans>{percentText(part.share, i18n.locale)} of what is added</Trans>
            </span>
          </li>
        );
      })}
      {parts.rest === null ? null : (
        <li className={styles.row}>
          <span className={styles.more}>
            <Trans>and {parts.rest.count} more input maps</Trans>
          </span>
          <MapGrid
            maps={one(parts.rest.values, limits.part)}
            tiling={{ ...tiles, mapSize: outSize }}
            label={t`What all other channels add together`}
            nameOf={() => ''}
            point={point}
            onPoint={onPoint}
          />
          <span className={styles.share}>
            <Trans>their sum</Trans>
            <span />
            <Trans>{percentText(parts.rest.share, i18n.locale)} of what is added</Trans>
          </span>
        </li>
      )}
    </ol>
  );
}
