import { Trans, useLingui } from '@lingui/react/macro';
import { channelsRead, macsOfValue, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import type { Node } from '../../../nets/graph';
import { useOpWords } from '../../explain/diagram/opWords';
import { exactNumberText } from '../../ui/numberText';
import { Sentences } from '../../ui/Sentences';
import styles from './LayerLevel.module.css';

/** What one value and the layer take, as the cost reading counts it. */
export function LayerCount({
  op,
  node,
  source,
  channel,
}: {
  readonly op: WeightLayer;
  readonly node: Node;
  readonly source: Node;
  readonly channel: number;
}) {
  const { i18n } = useLingui();
  const { longName } = useOpWords()(node);
  const { channels, height, width } = node.shape;
  const perValue = macsOfValue(op, source.shape.channels);
  const range = channelsRead(op, source.shape.channels, channel);
  const read = range.end - range.from;
  const text = (value: number) => exactNumberText(value, i18n.locale);
  return (
    <p className={styles.count}>
      <Sentences>
        <strong>
          <Trans>{longName}.</Trans>
        </strong>
        {read === source.shape.channels ? (
          <Trans>Each output map reads all {text(read)} input maps.</Trans>
        ) : read === 1 ? (
          <Trans>Each output map reads one input map.</Trans>
        ) : (
          <Trans>
            Each output map reads the {text(read)} input maps of its group, of {text(source.shape.channels)}.
          </Trans>
        )}
        <Trans>
          One value takes {text(perValue)} multiply-adds; the layer {text(perValue)} × {height} × {width} ×{' '}
          {text(channels)} = <strong>{text(perValue * height * width * channels)}</strong>.
        </Trans>
      </Sentences>
    </p>
  );
}
