import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useDeferredValue, useMemo, useRef, useState, type Ref } from 'react';
import type { Cost } from '../../nets/readings/cost';
import { countedGraph } from '../../nets/readings/cost';
import type { NetworkPart, PartCost } from '../../nets/readings/networkParts';
import { costRows } from '../../nets/readings/spreadsheet';
import { subgraphOf } from '../../nets/subgraph';
import { NodePanel } from '../explain/cost/NodePanel';
import { useTrace } from '../explain/cost/useTrace';
import { BlockDiagram } from '../explain/diagram/BlockDiagram';
import { useOpWords } from '../explain/diagram/opWords';
import { usePartWords } from '../explain/diagram/partWords';
import { ChapterLink } from '../explain/network/ChapterLink';
import { isWithin } from '../explain/network/isWithin';
import type { NetworkChoice } from '../explain/network/useNetworkChoice';
import { oneOf } from '../ui/address/parsers';
import { useArrivedQuery, useReading } from '../ui/address/readings';
import { useAddress } from '../ui/address/useAddress';
import { ExportsMenu } from '../ui/ExportsMenu';
import { IconButton } from '../ui/IconButton';
import { figurePlace } from '../ui/placeLink';
import styles from './PartCard.module.css';
import { PartLayers } from './PartLayers';
import { PartShares } from './PartShares';
import { usePartSummary } from './usePartSummary';

type PartCardProps = {
  readonly ref: Ref<HTMLElement>;
  readonly choice: NetworkChoice;
  /** The network's cost by the page's convention. */
  readonly cost: Cost;
  readonly parts: readonly NetworkPart[];
  /** The cost that pictures show. */
  readonly figure: PartCost;
  /** The path of the chosen part. */
  readonly path: string;
  readonly onChoose: (path: string) => void;
};

const parsers = {
  layer: parseAsString,
  of: oneOf(['macs', 'params', 'memoryAccess'] as const).withDefault('macs'),
};

/** One part of the network: its diagram, its shares of the three costs, and on demand how one of its layers is counted. */
export function PartCard({ ref, choice, cost, parts, figure, path, onChoose }: PartCardProps) {
  const { t } = useLingui();
  const wordsOf = usePartWords();
  const opWordsOf = useOpWords();
  const summary = usePartSummary();
  const picture = useRef<HTMLDivElement>(null);
  const { graph, network } = choice;
  const { model } = network;
  const part = useMemo(() => {
    const subgraph = subgraphOf(graph, path);
    return subgraph && countedGraph(subgraph);
  }, [graph, path]);
  const [{ layer, of }, choose] = useAddress(parsers);
  const costliest = part?.cost.layers.reduce((max, other) => (other.macs > max.macs ? other : max)).node.id;
  const selected = part?.graph.nodes.find(({ id }) => id === layer)?.id ?? costliest;
  useToldLayer(choice, costliest);
  const [isOpen, setIsOpen] = useState(layer !== null || of !== 'macs');
  // The picture follows a slider in the same frame; the formulas may follow a moment later.
  const later = useDeferredValue(choice);
  const node = later.graph.nodes.find(({ id }) => id === selected);
  const { traced, trace } = useTrace(`${String(selected)} ${of}`);
  const within = parts.filter(({ id }) => isWithin(id, path) || isWithin(path, id));
  const [first, last] = [within[0], within.at(-1)];
  const [before, after] = [first && parts[parts.indexOf(first) - 1], last && parts[parts.indexOf(last) + 1]];
  const chooseLayer = (id: string) => {
    setIsOpen(true);
    void choose({ layer: id });
  };
  const name = `${model.id}.${path}`;
  const words = wordsOf(path);
  return (
    <section ref={ref} id={figurePlace(name)} className={styles.card} aria-label={t`Chosen part`} data-screen="figure">
      <header className={styles.head}>
        <h2 data-screen-title>{words}</h2>
        <p className={styles.summary}>{summary(within)}</p>
        <span className={styles.nav} data-more>
          <IconButton
            icon="chevronLeft"
            label={t`Previous part`}
            isDisabled={before === undefined}
            onPress={() => {
              if (before !== undefined) onChoose(before.id);
            }}
          />
          <IconButton
            icon="chevronRight"
            label={t`Next part`}
            isDisabled={after === undefined}
            onPress={() => {
              if (after !== undefined) onChoose(after.id);
            }}
          />
          {part === undefined ? null : (
            <ExportsMenu
              title={words}
              files={{ name, numbers: () => costRows(part.cost) }}
              picture={picture}
              place={figurePlace(name)}
            />
          )}
        </span>
      </header>
      <div ref={picture} className={styles.picture}>
        {part === undefined ? null : (
          <BlockDiagram
            graph={part.graph}
            name={`${model.name} ${words}`}
            selected={selected}
            onSelect={chooseLayer}
            traced={traced}
          />
        )}
      </div>
      <div className={styles.numbers}>
        <PartShares cost={cost} parts={within} path={path} />
        <PartLayers cost={cost} path={path} figure={figure} selected={selected} onSelect={chooseLayer} />
        {node === undefined ? null : (
          <details
            className={styles.layer}
            data-more={isOpen ? undefined : ''}
            open={isOpen}
            onToggle={({ currentTarget }) => {
              setIsOpen(currentTarget.open);
            }}
          >
            <summary>
              <Trans>How this layer is counted: {opWordsOf(node).longName}</Trans>
            </summary>
            {isOpen ? (
              <>
                <NodePanel
                  block={later}
                  node={node}
                  figure={of}
                  onFigure={(figure) => void choose({ of: figure })}
                  onTrace={trace}
                />
                <p className={styles.module}>
                  <Trans>
                    Its name in PyTorch and in files of weights: <code translate="no">{node.id}</code>
                  </Trans>
                </p>
              </>
            ) : null}
          </details>
        )}
        <div data-more>
          <ChapterLink model={model} />
        </div>
      </div>
    </section>
  );
}

/** Tells of a layer in the address that the network does not have. */
function useToldLayer({ graph }: NetworkChoice, used: string | undefined): void {
  const arrived = useArrivedQuery().get('layer');
  const refused = useMemo(() => {
    if (arrived === null || graph.nodes.some(({ id }) => id === arrived)) return [];
    return [{ key: 'layer', text: arrived, used: used ?? null, why: { kind: 'noSuchPart' as const } }];
  }, [arrived, graph, used]);
  useReading(['layer'], refused);
}
