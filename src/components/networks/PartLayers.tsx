import { useLingui } from '@lingui/react/macro';
import type { Cost } from '../../nets/readings/cost';
import type { PartCost } from '../../nets/readings/networkParts';
import { useOpWords } from '../explain/diagram/opWords';
import { isWithin } from '../explain/network/isWithin';
import { useCostNames } from '../explain/network/useCostNames';
import { Quantity } from '../ui/Quantity';
import { usePunctuation } from '../ui/usePunctuation';
import styles from './PartCard.module.css';

type PartLayersProps = {
  /** Of the whole network. */
  readonly cost: Cost;
  readonly path: string;
  /** The cost to list. */
  readonly figure: PartCost;
  /** The chosen layer. */
  readonly selected: string | undefined;
  readonly onSelect: (layer: string) => void;
};

/** A longer list says no more than the table of the network. */
const maxListed = 12;

/** The layers of a part that have some of a cost; each can be chosen. Nothing for a part of very many. */
export function PartLayers({ cost, path, figure, selected, onSelect }: PartLayersProps) {
  const { t } = useLingui();
  const { list } = usePunctuation();
  const wordsOf = useOpWords();
  const name = useCostNames()[figure];
  const layers = cost.layers.filter((layer) => isWithin(layer.node.id, path) && layer[figure] > 0);
  if (layers.length < 2 || layers.length > maxListed) return null;
  const max = Math.max(...layers.map((layer) => layer[figure]));
  return (
    <table className={styles.layers} aria-label={t`Layers of this part`}>
      <thead>
        <tr>
          <th scope="col">{t`Layer`}</th>
          <th scope="col" className={styles.layerValue}>
            {name}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => {
          const { node } = layer;
          const { longName, detail } = wordsOf(node);
          return (
            <tr key={node.id} data-selected={node.id === selected} data-cost={figure}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.layerName}
                  aria-pressed={node.id === selected}
                  onClick={() => {
                    onSelect(node.id);
                  }}
                >
                  {node.op.kind === 'conv' ? list([longName, detail]) : longName}
                </button>
              </th>
              <td className={styles.layerValue}>
                <Quantity value={layer[figure]} stops="plain" />
              </td>
              <td className={styles.layerBar}>
                <span
                  className={styles.fill}
                  aria-hidden="true"
                  style={{ inlineSize: `${String((100 * layer[figure]) / max)}%` }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
