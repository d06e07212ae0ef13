import { Trans, useLingui } from '@lingui/react/macro';
import type { Cost } from '../../nets/readings/cost';
import type { NetworkPart } from '../../nets/readings/networkParts';
import { isWithin } from '../explain/network/isWithin';
import { useCostNames } from '../explain/network/useCostNames';
import { percentText } from '../ui/numberText';
import { Quantity } from '../ui/Quantity';
import styles from './PartCard.module.css';

type PartSharesProps = {
  /** Of the whole network. */
  readonly cost: Cost;
  /** The parts that the chosen one is or holds, or the one that it is in. */
  readonly parts: readonly NetworkPart[];
  readonly path: string;
};

const costs = ['params', 'macs', 'memoryAccess'] as const;

/** What a part costs, and its share of the network. */
export function PartShares({ cost, parts, path }: PartSharesProps) {
  const { i18n } = useLingui();
  const names = useCostNames();
  const isPart = parts.every(({ id }) => isWithin(id, path));
  const counted = isPart ? parts : cost.layers.filter(({ node }) => isWithin(node.id, path));
  return (
    <table className={styles.shares}>
      <tbody>
        {costs.map((id) => {
          const value = counted.reduce((sum, one) => sum + one[id], 0);
          const share = cost[id] === 0 ? 0 : value / cost[id];
          const percent = percentText(share, i18n.locale);
          return (
            <tr key={id} data-cost={id}>
              <th scope="row">{names[id]}</th>
              <td className={styles.value}>
                <Quantity value={value} stops="plain" />
              </td>
              <td>
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.fill} style={{ inlineSize: `${String(100 * share)}%` }} />
                </span>
              </td>
              <td className={styles.percent}>
                <Trans>{percent} of all</Trans>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
