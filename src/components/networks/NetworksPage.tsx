import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString, useQueryState } from 'nuqs';
import { useRef, type RefObject } from 'react';
import { defaultsOf } from '../../nets/parameter';
import type { OutlineEntry } from '../../nets/readings/outline';
import { costRows } from '../../nets/readings/spreadsheet';
import { subgraphOf } from '../../nets/subgraph';
import { ImageNetCard } from '../running/checkpoints/ImageNetCard';
import { Exports } from '../ui/Exports';
import { Quantity } from '../ui/Quantity';
import { Readout, Readouts } from '../ui/Readout';
import { ConventionPanel } from '../explain/cost/ConventionPanel';
import { costFigures } from '../explain/cost/costFigures';
import { ExplorePage } from '../explain/page/ExplorePage';
import { useConvention } from '../explain/cost/useConvention';
import type { Counted } from '../../nets/readings/cost';
import { CatalogueSelect } from '../explain/network/CatalogueSelect';
import { NetworkOutline } from '../explain/network/NetworkOutline';
import { OptionControls } from '../explain/network/OptionControls';
import { PublishedFigures } from './PublishedFigures';
import { SelectedBlock } from './SelectedBlock';
import type { NetworkChoice } from '../explain/network/useNetworkChoice';
import { useNetworkChoice } from '../explain/network/useNetworkChoice';
import styles from './NetworksPage.module.css';

/** A whole network as stages, blocks and layers with their costs, at any values of its options. */
export function NetworksPage() {
  const { t } = useLingui();
  const choice = useNetworkChoice();
  const outline = useRef<HTMLDivElement>(null);
  const { network } = choice;
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
      <div className={styles.bench}>
        <NetworkControls choice={choice} outline={outline} />
        <div className={styles.stage}>
          <NetworkFigures counted={choice} />
          <div ref={outline}>
            <NetworkOutline entries={choice.outline} selected={block} onSelect={(id) => void setBlock(id)} />
          </div>
        </div>
        <div className={styles.side}>
          <SelectedBlock choice={choice} block={block} />
          <PublishedFigures network={network} />
          <ImageNetCard key={network.model.id} net={network.model.id} />
        </div>
      </div>
    </ExplorePage>
  );
}

/** The cost of the whole network under the page's convention. */
function NetworkFigures({ counted }: { readonly counted: Counted }) {
  const { t } = useLingui();
  const [convention] = useConvention();
  const { params, operations, memoryAccess, peakActivations, intensity } = costFigures(counted, convention);
  return (
    <>
      <h2>{t`What it costs`}</h2>
      <Readouts>
        <Readout label={t`Params`} value={<Quantity value={params} />} />
        <Readout
          label={convention.perMac === 1 ? t`MACs` : t`FLOPs = 2 × MACs`}
          value={<Quantity value={operations} />}
        />
        <Readout label={t`Memory access cost`} value={<Quantity value={memoryAccess} />} note={t`elements`} />
        <Readout label={t`Peak activations`} value={<Quantity value={peakActivations} />} note={t`elements`} />
        <Readout label={t`Arithmetic intensity`} value={<Quantity value={intensity} />} note={t`MACs per element`} />
      </Readouts>
      <ConventionPanel counted={[counted]} />
    </>
  );
}

type NetworkControlsProps = {
  readonly choice: NetworkChoice;
  /** The element that draws the outline. */
  readonly outline: RefObject<HTMLElement | null>;
};

function NetworkControls({ choice: { network, cost, choose }, outline }: NetworkControlsProps) {
  const { t } = useLingui();
  const { model } = network;
  return (
    <div className={styles.controls}>
      <CatalogueSelect label={t`Network`} network={network} onChoose={choose} />
      <OptionControls
        model={model}
        choice={network.choice}
        without={['variant']}
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

/** The block with the most multiply-adds: the deepest part whose parts have parts. */
function costliestBlock(outline: readonly OutlineEntry[]): string {
  let entries = outline;
  for (;;) {
    const costliest = entries.reduce((best, entry) =>
      entry.macs / entry.repeats > best.macs / best.repeats ? entry : best,
    );
    if (!costliest.children.some(({ children }) => children.some((part) => part.children.length > 0)))
      return costliest.id;
    entries = costliest.children;
  }
}
