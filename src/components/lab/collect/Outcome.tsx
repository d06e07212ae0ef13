import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fold } from '../../ui/Fold';
import { Message } from '../../ui/Message';
import { useDismissal } from '../../ui/useDismissal';
import type { ImportOutcome } from '../../../lab/results/collected';
import type { ImportFault } from '../../../lab/results/readResultFile';
import { Sentences } from '../../ui/Sentences';
import styles from './CollectPage.module.css';
import { TaskNotice } from './TaskNotice';

/** Faults that are listed; the others are folded away. */
const maxListed = 8;

type OutcomeProps = {
  readonly outcome: ImportOutcome | null;
  /** How many have handed in a task, by its id. */
  readonly handedIn: ReadonlyMap<string, number>;
};

/** What the latest import brought, and what was wrong with it. */
export function Outcome({ outcome, handedIn }: OutcomeProps) {
  const { isShown, dismiss } = useDismissal(outcome);
  if (outcome === null || !isShown) return null;
  const { added, known, tasks, faults, passedLines } = outcome;
  const others = faults.slice(maxListed);
  return (
    <>
      {tasks.length === 0 ? null : <TaskNotice tasks={tasks} handedIn={handedIn} isKept onDismiss={dismiss} />}
      {added + known === 0 && tasks.length > 0 ? null : (
        <Message tone="note" onDismiss={dismiss}>
          {added + known === 0 ? (
            <Trans>
              No result found there. A link to a result comes from “Share result” on Live or Race, or from the bar of a
              task; copy it whole.
            </Trans>
          ) : (
            <Sentences>
              <Plural value={added} one="# new result." other="# new results." />
              {known > 0 ? <Plural value={known} one="# was there already." other="# were there already." /> : null}
              {passedLines > 0 ? (
                <Plural value={passedLines} one="# line held no result." other="# lines held no result." />
              ) : null}
            </Sentences>
          )}
        </Message>
      )}
      {faults.some(({ from, reason }) => from !== null || reason !== 'noResult') ? (
        <Message tone="warning">
          <FaultList faults={faults.slice(0, maxListed)} />
          {others.length === 0 ? null : (
            <Fold
              className={styles.moreFaults}
              summary={<Plural value={others.length} one="And # more." other="And # more." />}
            >
              <FaultList faults={others} />
            </Fold>
          )}
        </Message>
      ) : null}
    </>
  );
}

function FaultList({ faults }: { readonly faults: readonly ImportFault[] }) {
  return (
    <ul className={styles.faults}>
      {faults.map((fault, position) => (
        <li key={position}>
          <FaultText fault={fault} />
        </li>
      ))}
    </ul>
  );
}

function FaultText({ fault }: { readonly fault: ImportFault }) {
  const { t, i18n } = useLingui();
  const { from } = fault;
  const name = from ?? t`the text`;
  const pageNames: Readonly<Record<string, string>> = {
    bench: t`Benchmark`,
    guidelines: t`Guidelines`,
    layers: t`Layers`,
  };
  switch (fault.reason) {
    case 'invalid': {
      const { words, excerpt, line, place } = fault;
      const where = [
        from,
        line === null ? null : t`line ${line}`,
        place === null ? null : t`result ${place.number} of ${place.of}`,
      ];
      const said = [...where.filter((part) => part !== null), i18n._(words)].join(': ');
      return excerpt === undefined ? said : `${said} (${excerpt})`;
    }
    case 'noResult':
      return <Trans>{name}: no result in it.</Trans>;
    case 'otherPage': {
      const page = pageNames[fault.page] ?? fault.page;
      return (
        <Trans>
          {name}: a file saved on the page {page}, which this page does not draw. It takes what “Share result” on Live
          or Race saves.
        </Trans>
      );
    }
    case 'tooLarge':
      return <Trans>{name}: too large for a results file.</Trans>;
    case 'unreadable': {
      const { detail } = fault;
      return (
        <Trans>
          {name}: the browser cannot read it ({detail}).
        </Trans>
      );
    }
  }
}
