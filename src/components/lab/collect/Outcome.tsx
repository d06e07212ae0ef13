import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Message } from '../../ui/Message';
import type { ImportOutcome } from '../../../lab/results/collected';
import type { ImportFault } from '../../../lab/results/readResultFile';
import styles from './CollectPage.module.css';

/** Faults that are listed; the others are counted. */
const maxListed = 8;

/** What the latest import brought, and what was wrong with it. */
export function Outcome({ outcome }: { readonly outcome: ImportOutcome | null }) {
  if (outcome === null) return null;
  const { added, known, faults } = outcome;
  const others = faults.length - maxListed;
  return (
    <>
      <Message tone="note">
        {added + known === 0 ? (
          <Trans>There was no result in that.</Trans>
        ) : (
          <>
            <Plural value={added} one="# new result." other="# new results." />{' '}
            {known > 0 ? <Plural value={known} one="# was there already." other="# were there already." /> : null}
          </>
        )}
      </Message>
      {faults.some(({ from, reason }) => from !== null || reason !== 'noResult') ? (
        <Message tone="warning">
          <ul className={styles.faults}>
            {faults.slice(0, maxListed).map((fault, position) => (
              <li key={position}>
                <FaultText fault={fault} />
              </li>
            ))}
          </ul>
          {others > 0 ? <Plural value={others} one="And # more." other="And # more." /> : null}
        </Message>
      ) : null}
    </>
  );
}

function FaultText({ fault: { from, reason, detail } }: { readonly fault: ImportFault }) {
  const { t } = useLingui();
  const name = from ?? t`the text`;
  switch (reason) {
    case 'invalid':
      return from === null ? detail : `${from}: ${detail}`;
    case 'noResult':
      return <Trans>{name}: there is no result in it.</Trans>;
    case 'tooLarge':
      return <Trans>{name}: too large for a file of results.</Trans>;
    case 'unreadable':
      return (
        <Trans>
          {name}: the browser cannot read it ({detail}).
        </Trans>
      );
  }
}
