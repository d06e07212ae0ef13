import { useLingui } from '@lingui/react/macro';
import { hasTrait, type Op } from '../../../nets/op';
import type { Cost } from '../../../nets/readings/cost';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { shortNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { toneClass } from '../../ui/tone';
import { opTone } from '../../explain/diagram/opTone';
import { useOpWords } from '../../explain/diagram/opWords';
import styles from './LayerBars.module.css';

type LayerBarsProps = {
  readonly title: string;
  readonly cost: Cost;
  /** The multiply-adds of a full bar. */
  readonly maxMacs: number;
};

/** A graph's layers as a list with output shapes and bars of multiply-adds; norms and activations are left out. */
export function LayerBars({ title, cost, maxMacs }: LayerBarsProps) {
  const { i18n, t } = useLingui();
  const wordsOf = useOpWords();
  const layers = cost.layers.filter(({ node }) => isShown(node.op));
  return (
    <Table
      look="words"
      className={styles.table}
      caption={title}
      rows={layers}
      keyOf={({ node }) => node.id}
      attributesOf={({ node }) => ({ className: toneClass(opTone(node)) })}
      columns={[
        { head: t`Layer`, value: ({ node }) => wordsOf(node).name, totals: [t`Together`] },
        { head: t`Output`, className: styles.shape, value: ({ node }) => shapeLabel(node.shape) },
        {
          head: t`MACs`,
          show: ({ macs }) =>
            macs === 0 ? (
              '–'
            ) : (
              <>
                {shortNumberText(macs, i18n.locale)}
                <span className={styles.bar} style={{ inlineSize: `${(macs / maxMacs) * 100}%` }} aria-hidden="true" />
              </>
            ),
          totals: [shortNumberText(cost.macs, i18n.locale)],
        },
      ]}
    />
  );
}

function isShown(op: Op): boolean {
  return !hasTrait(op, 'isFree') && !hasTrait(op, 'isEpilogue');
}
