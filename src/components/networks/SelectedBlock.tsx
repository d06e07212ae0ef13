import { useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { oneOf } from '../ui/address/parsers';
import { useAddress } from '../ui/address/useAddress';
import { useDeferredValue, useMemo } from 'react';
import type { Counted } from '../../nets/readings/cost';
import { countedGraph } from '../../nets/readings/cost';
import { costRows } from '../../nets/readings/spreadsheet';
import { subgraphOf } from '../../nets/subgraph';
import { Figure } from '../ui/Figure';
import { BlockDiagram } from '../explain/diagram/BlockDiagram';
import { NodePanel } from '../explain/cost/NodePanel';
import { useTrace } from '../explain/cost/useTrace';
import { ChapterLink } from '../explain/network/ChapterLink';
import type { NetworkChoice } from '../explain/network/useNetworkChoice';

type SelectedBlockProps = {
  readonly choice: NetworkChoice;
  /** The path of the part. */
  readonly block: string;
};

const parsers = {
  layer: parseAsString,
  of: oneOf(['macs', 'params', 'memoryAccess'] as const).withDefault('macs'),
};

/** One part of the network as a diagram, and the breakdown of one of its layers with its share of the network. */
export function SelectedBlock({ choice, block }: SelectedBlockProps) {
  const { t } = useLingui();
  const [{ layer, of }, choose] = useAddress(parsers);
  const { graph, network } = choice;
  const part = useMemo(() => {
    const subgraph = subgraphOf(graph, block);
    return subgraph && countedGraph(subgraph);
  }, [graph, block]);
  // The picture follows a slider in the same frame; the formulas may follow a moment later.
  const later = useDeferredValue(choice);
  const selected = part?.graph.nodes.find(({ id }) => id === layer)?.id ?? costliestLayer(part);
  const node = later.graph.nodes.find(({ id }) => id === selected);
  const { traced, trace } = useTrace(`${String(selected)} ${of}`);
  return (
    <>
      {part === undefined ? null : (
        <Figure
          title={block}
          caption={t`Choose another part by its name in the table, and a layer in the picture.`}
          files={{ name: `${network.model.id}.${block}`, numbers: () => costRows(part.cost) }}
        >
          <BlockDiagram
            graph={part.graph}
            name={`${network.model.name} ${block}`}
            selected={selected}
            onSelect={(id) => void choose({ layer: id })}
            traced={traced}
          />
        </Figure>
      )}
      {node === undefined ? null : (
        <NodePanel
          block={later}
          node={node}
          figure={of}
          onFigure={(figure) => void choose({ of: figure })}
          onTrace={trace}
        />
      )}
      <ChapterLink model={network.model} />
    </>
  );
}

function costliestLayer(part: Counted | undefined): string | undefined {
  return part?.cost.layers.reduce((max, layer) => (layer.macs > max.macs ? layer : max)).node.id;
}
