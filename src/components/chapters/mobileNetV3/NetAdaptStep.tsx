import { Trans, useLingui } from '@lingui/react/macro';
import type { Proposal } from '../../../nets/explorables/netAdaptProposals';
import { netAdaptProposals } from '../../../nets/explorables/netAdaptProposals';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { percentText } from '../../ui/numberText';
import { TableFrame } from '../../ui/TableFrame';
import styles from './NetAdaptStep.module.css';

type NetAdaptStepProps = {
  readonly blocks: readonly Bottleneck[];
  readonly wholeMacs: number;
  /** The least saving, as a fraction of the whole network's multiply-adds. */
  readonly delta: number;
};

/** The proposals that a further step of NetAdapt would try on the expansions: how much of each has to go. */
export function NetAdaptStep({ blocks, wholeMacs, delta }: NetAdaptStepProps) {
  const { t } = useLingui();
  const proposals = netAdaptProposals(blocks, delta * wholeMacs);
  const most = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  return (
    <TableFrame
      label={t`Proposals compared`}
      files={{ name: 'netadapt-proposals', numbers: () => recordRows(proposals.map(proposalRecord)) }}
    >
      <table className={styles['table']}>
        <caption>{t`One more step: the expansions it would propose`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Block`}</th>
            <th scope="col">{t`Expanded channels`}</th>
            <th scope="col">{t`Saves`}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <ProposalRow key={proposal.block.id} proposal={proposal} most={most} wholeMacs={wholeMacs} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>
              <Trans>
                Counted multiply-adds stand in for measured time. Which of these loses the least accuracy only training
                can tell.
              </Trans>
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

function proposalRecord({ block, expandedChannels, savedMacs }: Proposal) {
  return {
    block: block.id,
    'expanded channels': block.expandedChannels,
    'proposed channels': expandedChannels ?? '',
    'saved MACs': expandedChannels === undefined ? '' : savedMacs,
  };
}

type ProposalRowProps = { readonly proposal: Proposal; readonly most: number; readonly wholeMacs: number };

function ProposalRow({ proposal, most, wholeMacs }: ProposalRowProps) {
  const { i18n } = useLingui();
  const { block, expandedChannels, savedMacs } = proposal;
  const kept = expandedChannels ?? block.expandedChannels;
  const width = (channels: number) => `${(channels / most) * 100}%`;
  return (
    <tr data-proposal={block.id}>
      <th scope="row">{block.id.replace('block', '')}</th>
      <td>
        <span className={styles['numbers']}>
          {expandedChannels === undefined ? (
            <Trans>{block.expandedChannels}: no cut saves enough</Trans>
          ) : (
            `${block.expandedChannels} → ${expandedChannels}`
          )}
        </span>
        <span className={styles['bar']} aria-hidden="true">
          <span className={styles['kept']} style={{ inlineSize: width(kept) }} />
          <span className={styles['cut']} style={{ inlineSize: width(block.expandedChannels - kept) }} />
        </span>
      </td>
      <td>{expandedChannels === undefined ? '–' : percentText(savedMacs / wholeMacs, i18n.locale)}</td>
    </tr>
  );
}
