import { Trans, useLingui } from '@lingui/react/macro';
import { slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import type { Node } from '../../../nets/graph';
import type { SeenParts } from '../../../nets/maps/seenParts';
import { percentText } from '../../ui/numberText';
import { KernelPicture } from './KernelPicture';
import styles from './LayerLevel.module.css';
import type { Point } from './MapGrid';
import { QuantisedMap } from './QuantisedMap';

type ContributionRowsProps = {
  readonly op: WeightLayer;
  readonly node: Node;
  readonly source: Node;
  readonly parts: SeenParts;
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
  readonly onOpen: (point: Point | null) => void;
};

/** What a map may take, px. */
const room = 64;

/** Input map times kernel is partial map, for the input channels that add most, and all others as one. */
export function ContributionRows(props: ContributionRowsProps) {
  const { t, i18n } = useLingui();
  const { node, parts, point, onPoint } = props;
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
      {parts.greatest.map((part, index) => (
        // By rank: the rows of another output channel take the place of these, with their canvases.
        <ContributionRow key={index} {...props} index={index} part={part} />
      ))}
      {parts.rest === null ? null : (
        <li className={styles.row}>
          <span className={styles.more}>
            <Trans>and {parts.rest.count} more input maps</Trans>
          </span>
          <QuantisedMap
            {...{ node, room, point, onPoint }}
            maps={parts.added}
            index={parts.greatest.length}
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

type ContributionRowProps = ContributionRowsProps & {
  readonly index: number;
  readonly part: SeenParts['greatest'][number];
};

function ContributionRow(props: ContributionRowProps) {
  const { op, node, source, parts, point, onPoint, onOpen, index, part } = props;
  const { t, i18n } = useLingui();
  const most = parts.greatest[0]?.share ?? 1;
  return (
    <li className={styles.row}>
      <QuantisedMap
        {...{ room, index, point, onPoint }}
        node={source}
        maps={parts.inputs}
        label={t`Input channel ${part.channel}`}
      />
      <span className={styles.sign} aria-hidden="true">
        ×
      </span>
      <KernelPicture
        values={part.kernel}
        size={slidingOf(op).kernel}
        limit={parts.kernelLimit}
        label={t`Kernel for input channel ${part.channel}`}
      />
      <span className={styles.sign} aria-hidden="true">
        =
      </span>
      <QuantisedMap
        {...{ node, room, index, point, onPoint, onOpen }}
        maps={parts.added}
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
