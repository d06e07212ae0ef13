import { useLingui } from '@lingui/react/macro';
import { hasTrait, type Op } from '../../../nets/op';
import type { Cost } from '../../../nets/readings/cost';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { shortNumberText } from '../../ui/numberText';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import { useOpWords } from '../../explain/diagram/opWords';
import styles from './LayerBars.module.css';

type LayerBarsProps = {
  readonly title: string;
  readonly cost: Cost;
  /** Multiply-adds of a full bar. */
  readonly most: number;
};

/** The layers of a graph one under the other, each with its output and a bar of its multiply-adds; norms and activations are left out. */
export function LayerBars({ title, cost, most }: LayerBarsProps) {
  const { i18n, t } = useLingui();
  const wordsOf = useOpWords();
  const layers = cost.layers.filter(({ node }) => isShown(node.op));
  return (
    <table className={styles['table']}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Layer`}</th>
          <th scope="col">{t`Gives`}</th>
          <th scope="col">{t`MACs`}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ node, macs }) => (
          <tr key={node.id} className={toneClass(opTone(node))}>
            <th scope="row">{wordsOf(node).name}</th>
            <td className={styles['shape']}>{shapeLabel(node.shape)}</td>
            <td className={styles['macs']}>
              {macs === 0 ? '–' : shortNumberText(macs, i18n.locale)}
              {macs === 0 ? null : (
                <span className={styles['bar']} style={{ inlineSize: `${(macs / most) * 100}%` }} aria-hidden="true" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>{t`Together`}</th>
          <td>{shortNumberText(cost.macs, i18n.locale)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function isShown(op: Op): boolean {
  return !hasTrait(op, 'isFree') && !hasTrait(op, 'isEpilogue');
}
