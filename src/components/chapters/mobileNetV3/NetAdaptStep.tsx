import { Trans, useLingui } from '@lingui/react/macro';
import type { Proposal } from '../../../nets/explorables/netAdaptProposals';
import { netAdaptProposals } from '../../../nets/explorables/netAdaptProposals';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './NetAdaptStep.module.css';

type NetAdaptStepProps = {
  readonly blocks: readonly Bottleneck[];
  readonly wholeMacs: number;
  /** The minimum saving, as a fraction of the network's multiply-adds. */
  readonly delta: number;
};

/** What one more NetAdapt step would propose: how far each expansion must shrink. */
export function NetAdaptStep({ blocks, wholeMacs, delta }: NetAdaptStepProps) {
  const { i18n, t } = useLingui();
  const proposals = netAdaptProposals(blocks, delta * wholeMacs);
  const maxChannels = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  return (
    <Table
      look="words"
      className={styles.table}
      label={t`Proposals compared`}
      fileName="netadapt-proposals"
      caption={t`The expansions that one more step would propose`}
      rows={proposals}
      keyOf={({ block }) => block.id}
      attributesOf={({ block }) => ({ 'data-proposal': block.id })}
      columns={[
        {
          head: t`Block`,
          file: 'block',
          value: ({ block }) => block.id,
          show: ({ block }) => block.id.replace('block', ''),
        },
        {
          head: t`Expanded channels`,
          file: 'expanded channels',
          value: ({ block }) => block.expandedChannels,
          show: (proposal) => <ProposedCut proposal={proposal} maxChannels={maxChannels} />,
        },
        { file: 'proposed channels', value: ({ expandedChannels }) => expandedChannels },
        {
          head: t`Saves`,
          file: 'saved MACs',
          value: ({ expandedChannels, savedMacs }) => (expandedChannels === undefined ? undefined : savedMacs),
          format: (savedMacs) => percentText(savedMacs / wholeMacs, i18n.locale),
        },
      ]}
      note={
        <Trans>
          Multiply-adds stand in for measured time here. Only training can tell which proposal loses the least accuracy.
        </Trans>
      }
    />
  );
}

type ProposedCutProps = { readonly proposal: Proposal; readonly maxChannels: number };

function ProposedCut({ proposal: { block, expandedChannels }, maxChannels }: ProposedCutProps) {
  const kept = expandedChannels ?? block.expandedChannels;
  const width = (channels: number) => `${(channels / maxChannels) * 100}%`;
  return (
    <>
      <span className={styles.numbers}>
        {expandedChannels === undefined ? (
          <Trans>{block.expandedChannels}: no cut saves enough</Trans>
        ) : (
          `${block.expandedChannels} → ${expandedChannels}`
        )}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.kept} style={{ inlineSize: width(kept) }} />
        <span className={styles.cut} style={{ inlineSize: width(block.expandedChannels - kept) }} />
      </span>
    </>
  );
}
