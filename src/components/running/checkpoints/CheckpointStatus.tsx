import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { bytesText } from '../../ui/numberText';
import { Progress } from '../../ui/Progress';
import { useEscape } from '../../ui/useEscape';
import type { CheckpointFault } from '../../../run/checkpoint/checkpointFault';
import { attemptText, checkpointFaultText } from './checkpointFaultText';
import styles from './Checkpoints.module.css';
import { isCheckpointFile } from './isCheckpointFile';
import { entryTitle } from './officialTitle';
import { RecognisedCard } from './RecognisedCard';
import { FaultDetails } from '../faults/FaultDetails';
import { RetryButton } from '../faults/RunFaults';
import { isUnstarted, useOnline } from '../faults/useOnline';
import type { Attempt } from '../../../run/official/downloadOfficial';
import type { CheckpointDesk, CheckpointJob } from './useCheckpointJob';

/** Shows the progress of a checkpoint, what it was recognised as, and what went wrong. */
export function CheckpointStatus({ desk }: { readonly desk: CheckpointDesk }) {
  const { job } = desk;
  if (job === null) return null;
  return (
    <div className={styles.status}>
      {job.recognised === null ? null : (
        <RecognisedCard
          recognised={job.recognised}
          chosen={job.chosen}
          onRun={desk.reopen}
          onDismiss={job.outcome?.ok === true ? desk.dismiss : null}
        />
      )}
      {job.outcome === null ? (
        <UnderWay job={job} onStop={desk.dismiss} />
      ) : job.outcome.ok ? null : (
        <div ref={bringIntoView}>
          <Fault fault={job.outcome.error} job={job} desk={desk} />
        </div>
      )}
    </div>
  );
}

/** What refuses a file must be seen, wherever the button is that it was given with. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function UnderWay({ job, onStop }: { readonly job: CheckpointJob; readonly onStop: () => void }) {
  const { t, i18n } = useLingui();
  const { loaded, total, recognised } = job;
  const isArriving = 'official' in job.from && (total === 0 || loaded < total);
  const [got, all] = [bytesText(loaded, i18n.locale), bytesText(total, i18n.locale)];
  const title = titleOf(job);
  return (
    <div className={styles.underWay}>
      {isArriving ? (
        <Progress
          label={t`Fetching ${title}`}
          detail={total > 0 ? t`${got} of ${all}` : got}
          fraction={total > 0 ? loaded / total : null}
        />
      ) : (
        <Progress label={recognised === null ? t`Reading ${title}` : t`Saving ${title}`} detail="" fraction={null} />
      )}
      <Button icon="stop" look="quiet" onPress={onStop}>
        <Trans>Stop</Trans>
      </Button>
    </div>
  );
}

/** What is opened or fetched, for people. */
function titleOf({ from }: CheckpointJob): string {
  if ('official' in from) return entryTitle(from.official);
  return (from.files.find(isCheckpointFile) ?? from.files[0])?.name ?? '';
}

type FaultProps = { readonly fault: CheckpointFault; readonly job: CheckpointJob; readonly desk: CheckpointDesk };

function Fault({ fault, job, desk }: FaultProps) {
  const { t, i18n } = useLingui();
  useEscape(true, desk.dismiss);
  useOnline(needsNetwork(fault), desk.retry);
  const { title, advice, details } = checkpointFaultText(fault, i18n.locale);
  const [name, reason] = [titleOf(job), i18n._(title)];
  return (
    <Message
      tone="error"
      onDismiss={desk.dismiss}
      title={t`${name}: ${reason}`}
      actions={
        <>
          {fault.kind === 'file' ? <RetryButton error={fault.error} onRetry={desk.retry} /> : null}
          {fault.kind === 'download' ? (
            <>
              <Button icon="reset" onPress={desk.retry}>
                <Trans>Try again</Trans>
              </Button>
              {fault.attempts.map((attempt) => (
                <ByHand key={attempt.url} attempt={attempt} isOnly={fault.attempts.length === 1} />
              ))}
            </>
          ) : null}
        </>
      }
    >
      {fault.kind === 'download' && fault.attempts.length > 1 ? (
        <ul>
          {fault.attempts.map((attempt) => (
            <li key={attempt.url}>{i18n._(attemptText(attempt, i18n.locale))}</li>
          ))}
        </ul>
      ) : null}
      {i18n._(advice)}
      <FaultDetails details={details} />
    </Message>
  );
}

/** Whether a connection that comes back may be all that was missing, for the file or for the script that reads it. */
function needsNetwork(fault: CheckpointFault): boolean {
  if (fault.kind === 'file') return isUnstarted(fault.error);
  if (fault.kind !== 'download') return false;
  return fault.attempts.some(({ fault: { reason } }) => ['noNetwork', 'noAnswer', 'brokeOff'].includes(reason));
}

/** The file at its address: what no page may read, a person may still download. */
function ByHand({ attempt: { url }, isOnly }: { readonly attempt: Attempt; readonly isOnly: boolean }) {
  const { host } = new URL(url);
  return (
    <a href={url} target="_blank" rel="noreferrer" className={styles.byHand}>
      {isOnly ? <Trans>Download by hand</Trans> : <Trans>Download by hand from {host}</Trans>}
    </a>
  );
}
