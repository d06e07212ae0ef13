import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { channelOf, type MapValues } from '../../../nets/arithmetic/mapValues';
import { kernelOf, type Contribution, type Contributions } from '../../../nets/arithmetic/partialMaps';
import { slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import type { Node } from '../../../nets/graph';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import { mapLimit } from '../../../nets/maps/scaleLimit';
import { wholeTile } from '../../../viz/maps/tiling';
import { percentText } from '../../ui/numberText';
import { KernelPicture } from './KernelPicture';
import styles from './LayerLevel.module.css';
import type { Point } from './MapGrid';
import { SingleMap } from './SingleMap';

type ContributionRowsProps = {
  readonly op: WeightLayer;
  readonly node: Node;
  readonly channel: number;
  readonly source: Node;
  readonly input: MapValues;
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
  const { t, i18n } = useLingui();
  const { node, parts, limits, point, onPoint } = props;
  const { height, width } = node.shape;
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
      {parts.greatest.map((part) => (
        <ContributionRow key={part.channel} {...props} part={part} />
      ))}
      {parts.rest === null ? null : (
        <li className={styles.row}>
          <span className={styles.more}>
            <Trans>and {parts.rest.count} more input maps</Trans>
          </span>
          <SingleMap
            {...{ height, width, point, onPoint }}
            tile={wholeTile(room, width)}
            values={parts.rest.values}
            limit={limits.part}
            label={t`What all other channels add together`}
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

/** What a map may take, px. */
const room = 64;

function ContributionRow(props: ContributionRowsProps & { readonly part: Contribution }) {
  const { op, node, channel, source, input, layer, parts, limits, point, onPoint, onOpen, part } = props;
  const { t, i18n } = useLingui();
  const values = useMemo(() => channelOf(input, part.channel), [input, part.channel]);
  const limit = useMemo(() => mapLimit(values, limits.input), [values, limits.input]);
  const most = parts.greatest[0]?.share ?? 1;
  return (
    <li className={styles.row}>
      <SingleMap
        {...{ values, limit, point, onPoint }}
        tile={wholeTile(room, source.shape.width)}
        height={source.shape.height}
        width={source.shape.width}
        label={t`Input channel ${part.channel}`}
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
      <SingleMap
        {...{ point, onPoint, onOpen }}
        tile={wholeTile(room, node.shape.width)}
        values={part.values}
        height={node.shape.height}
        width={node.shape.width}
        limit={limits.part}
        label={t`What input channel ${part.channel} adds`}
        action={t`Partial map of channel ${part.channel}`}
      />
      <span className={styles.share}>
        <Trans>channel {part.channel}</Trans>
        <span className={styles.bar} style={{ inlineSize: `${String((100 * part.share) / most)}%` }} />
        <Trans>{percentText(part.share, i18n.locale)} of what is added</Trans>
      </span>
    </li>
  );
}
