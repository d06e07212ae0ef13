import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString, useQueryState } from 'nuqs';
import { useRef, type RefObject } from 'react';
import { defaultsOf } from '../../nets/option';
import { costOf } from '../../nets/readings/cost';
import type { OutlineEntry } from '../../nets/readings/outline';
import { costRows } from '../../nets/readings/spreadsheet';
import { subgraphOf } from '../../nets/subgraph';
import { ImageNetCard } from '../checkpoints/ImageNetCard';
import { Exports } from '../controls/Exports';
import { Figure } from '../controls/Figure';
import { Message } from '../controls/Message';
import { Quantity } from '../controls/Quantity';
import { Readout, Readouts } from '../controls/Readout';
import { BlockDiagram } from '../explore/BlockDiagram';
import { ExplorePage } from '../explore/ExplorePage';
import { CatalogueSelect } from './CatalogueSelect';
import { NetworkOutline } from './NetworkOutline';
import { OptionControls } from './OptionControls';
import { PublishedFigures } from './PublishedFigures';
import type { NetworkChoice } from './useNetworkChoice';
import { useNetworkChoice } from './useNetworkChoice';
import { ChapterLink } from './ChapterLink';
import styles from './NetworksPage.module.css';

/** Every whole network as a stack of stages and blocks, with its costs, under its options. */
export function NetworksPage() {
  const { t } = useLingui();
  const choice = useNetworkChoice();
  const outline = useRef<HTMLDivElement>(null);
  const { network, cost, fault } = choice;
  const [chosen, setBlock] = useQueryState('at', parseAsString);
  const block =
    chosen !== null && subgraphOf(choice.graph, chosen) !== undefined ? chosen : costliestBlock(choice.outline);
  return (
    <ExplorePage
      title={t`Networks`}
      lede={
        <Trans>
          The blocks put together. Open a stage to see what it is made of; repeats that are alike are folded into one
          row.
        </Trans>
      }
    >
      {fault === undefined ? null : (
        <Message tone="warning" title={t`This address names no network`}>
          <Trans>{fault}. MobileNet V2 is shown instead.</Trans>
        </Message>
      )}
      <div className={styles['bench']}>
        <NetworkControls choice={choice} outline={outline} />
        <div className={styles['stage']}>
          <Readouts>
            <Readout label={t`Params`} value={<Quantity value={cost.params} />} />
            <Readout label={t`MACs`} value={<Quantity value={cost.macs} />} />
            <Readout label={t`Memory access cost`} value={<Quantity value={cost.memoryAccess} />} note={t`elements`} />
            <Readout label={t`Peak activations`} value={<Quantity value={cost.peakActivations} />} note={t`elements`} />
          </Readouts>
          <div ref={outline}>
            <NetworkOutline entries={choice.outline} selected={block} onSelect={(id) => void setBlock(id)} />
          </div>
        </div>
        <div className={styles['side']}>
          <SelectedBlock choice={choice} block={block} />
          <PublishedFigures network={network} />
          <ImageNetCard key={network.model.id} net={network.model.id} />
        </div>
      </div>
    </ExplorePage>
  );
}

type NetworkControlsProps = {
  readonly choice: NetworkChoice;
  /** Where the stack of stages is drawn. */
  readonly outline: RefObject<HTMLElement | null>;
};

function NetworkControls({ choice: { network, cost, choose }, outline }: NetworkControlsProps) {
  const { t } = useLingui();
  const { model } = network;
  return (
    <div className={styles['controls']}>
      <CatalogueSelect label={t`Network`} network={network} onChoose={choose} />
      <OptionControls
        model={model}
        choice={network.choice}
        onChoose={(wanted) => {
          choose({ model, choice: wanted });
        }}
      />
      <Exports
        files={{ name: model.id, numbers: () => costRows(cost) }}
        picture={outline}
        onReset={() => {
          choose({ model, choice: defaultsOf(model.options) });
        }}
      />
    </div>
  );
}

type SelectedBlockProps = { readonly choice: NetworkChoice; readonly block: string };

function SelectedBlock({ choice: { graph, network }, block }: SelectedBlockProps) {
  const { t } = useLingui();
  const part = subgraphOf(graph, block);
  return (
    <>
      {part === undefined ? null : (
        <Figure
          title={block}
          caption={t`Choose another part by its name in the table.`}
          files={{ name: `${network.model.id}.${block}`, numbers: () => costRows(costOf(part)) }}
        >
          <BlockDiagram graph={part} name={`${network.model.name} ${block}`} />
        </Figure>
      )}
      <ChapterLink model={network.model} />
    </>
  );
}

/** The block with the most multiply-adds: the deepest part that is still made of named parts. */
function costliestBlock(outline: readonly OutlineEntry[]): string {
  let entries = outline;
  for (;;) {
    const most = entries.reduce((best, entry) =>
      entry.macs / entry.repeats > best.macs / best.repeats ? entry : best,
    );
    if (!most.children.some(({ children }) => children.some((part) => part.children.length > 0))) return most.id;
    entries = most.children;
  }
}
