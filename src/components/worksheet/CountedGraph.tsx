import { Trans, useLingui } from '@lingui/react/macro';
import { hasTrait } from '../../nets/op';
import type { Cost, Counted, LayerCost } from '../../nets/readings/cost';
import { shapeLabel } from '../../viz/diagram/shapeLabel';
import { BlockDiagram } from '../explain/diagram/BlockDiagram';
import { useOpWords } from '../explain/diagram/opWords';
import { exactNumberText } from '../ui/numberText';
import { CostHeads } from './CostHeads';
import styles from './WorksheetPage.module.css';

/** Layers to count by hand: what norm and activation add is left out, as on paper. */
function countedLayers({ layers }: Cost): readonly LayerCost[] {
  return layers.filter(({ node }) => node.op.kind !== 'input' && !hasTrait(node.op, 'isEpilogue'));
}

type CountedGraphProps = { readonly block: Counted; readonly isAnswered: boolean };

/** A block, and a table of its layers: the first row is solved, unless nothing else is asked. */
export function CountedGraph({ block, isAnswered }: CountedGraphProps) {
  const { i18n, t } = useLingui();
  const words = useOpWords();
  const layers = countedLayers(block.cost);
  const hasMore = layers.length > 1;
  const exact = (value: number) => exactNumberText(value, i18n.locale);
  const total = (figure: (layer: LayerCost) => number) => exact(layers.reduce((sum, layer) => sum + figure(layer), 0));
  return (
    <section className={styles.task}>
      <h3>
        <b>1</b>{' '}
        {hasMore ? (
          <Trans>Count this block, without norm and activation. The first row is solved.</Trans>
        ) : (
          <Trans>Count this layer, without norm and activation.</Trans>
        )}
      </h3>
      <BlockDiagram graph={block.graph} name={t`The block to count`} />
      <table className={styles.count}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Layer</Trans>
            </th>
            <CostHeads />
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, index) => {
            const isShown = isAnswered || (hasMore && index === 0);
            const [from] = layer.node.inputs;
            return (
              <tr key={layer.node.id}>
                <th scope="row">
                  {words(layer.node).longName}
                  <span className={styles.shapes}>
                    {from === undefined ? '' : shapeLabel(from.shape)} → {shapeLabel(layer.node.shape)}
                  </span>
                </th>
                {[layer.weights + layer.biases, layer.macs, layer.memoryAccess].map((value, place) => (
                  <td key={place}>{isShown ? exact(value) : ''}</td>
                ))}
              </tr>
            );
          })}
          {hasMore ? (
            <tr className={styles.sum}>
              <th scope="row">
                <Trans>Block</Trans>
              </th>
              <td>{isAnswered ? total(({ weights, biases }) => weights + biases) : ''}</td>
              <td>{isAnswered ? total(({ macs }) => macs) : ''}</td>
              <td>{isAnswered ? total(({ memoryAccess }) => memoryAccess) : ''}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
