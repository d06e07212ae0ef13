import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { catalogue } from '../../nets/models/index';
import { defaultsOf } from '../../nets/option';
import { csvOf, markdownOf } from '../../nets/readings/spreadsheet';
import { subgraphOf } from '../../nets/subgraph';
import { Button } from '../controls/Button';
import { CopyLink } from '../controls/CopyLink';
import { DownloadButton } from '../controls/DownloadButton';
import { Figure } from '../controls/Figure';
import { Message } from '../controls/Message';
import { Quantity } from '../controls/Quantity';
import { Readout, Readouts } from '../controls/Readout';
import { Select } from '../controls/Select';
import { BlockDiagram } from '../explore/BlockDiagram';
import { ExplorePage, Prose } from '../explore/ExplorePage';
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
  const { network, cost, fault } = choice;
  const [block, setBlock] = useState<string | undefined>(undefined);
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
        <NetworkControls choice={choice} />
        <div className={styles['stage']}>
          <Readouts>
            <Readout label={t`Params`} value={<Quantity value={cost.params} />} />
            <Readout label={t`MACs`} value={<Quantity value={cost.macs} />} />
            <Readout label={t`Memory access cost`} value={<Quantity value={cost.memoryAccess} unit={t`elements`} />} />
            <Readout label={t`Peak activations`} value={<Quantity value={cost.peakActivations} unit={t`elements`} />} />
          </Readouts>
          <NetworkOutline graph={choice.graph} selected={block} onSelect={setBlock} />
        </div>
        <div className={styles['side']}>
          <SelectedBlock choice={choice} block={block} />
          <PublishedFigures network={network} />
        </div>
      </div>
    </ExplorePage>
  );
}

function NetworkControls({ choice: { network, cost, choose } }: { readonly choice: NetworkChoice }) {
  const { t } = useLingui();
  const { model } = network;
  const groups = { light: t`Lightweight networks`, baseline: t`Baselines` };
  return (
    <div className={styles['controls']}>
      <Select
        label={t`Network`}
        options={catalogue.map(({ id, name, year, role }) => ({
          value: id,
          label: name,
          detail: String(year),
          group: groups[role],
        }))}
        value={model.id}
        onChange={(id) => {
          const chosen = catalogue.find((candidate) => candidate.id === id) ?? model;
          choose({ model: chosen, choice: defaultsOf(chosen.options) });
        }}
      />
      <OptionControls
        model={model}
        choice={network.choice}
        onChoose={(wanted) => {
          choose({ model, choice: wanted });
        }}
      />
      <div className={styles['buttons']}>
        <Button
          icon="reset"
          onPress={() => {
            choose({ model, choice: defaultsOf(model.options) });
          }}
        >
          <Trans>Reset</Trans>
        </Button>
        <CopyLink />
        <DownloadButton
          label={t`Numbers as CSV`}
          fileName={`${model.id}.csv`}
          make={() => new Blob([csvOf(cost)], { type: 'text/csv' })}
        />
        <DownloadButton
          label={t`Numbers as Markdown`}
          fileName={`${model.id}.md`}
          make={() => new Blob([markdownOf(cost)], { type: 'text/markdown' })}
        />
      </div>
    </div>
  );
}

function SelectedBlock({
  choice: { graph, network },
  block,
}: {
  readonly choice: NetworkChoice;
  readonly block: string | undefined;
}) {
  const part = block === undefined ? undefined : subgraphOf(graph, block);
  return (
    <>
      {part === undefined || block === undefined ? (
        <Prose>
          <p>
            <Trans>Choose the name of a block to see its diagram here.</Trans>
          </p>
        </Prose>
      ) : (
        <Figure title={block}>
          <BlockDiagram graph={part} name={`${network.model.name} ${block}`} />
        </Figure>
      )}
      <ChapterLink model={network.model} />
    </>
  );
}
