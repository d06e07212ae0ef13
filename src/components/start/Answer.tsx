import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { silentFeed, type FrameSummary } from '../../lab/feed/frameFeed';
import { manifestTitle } from '../../lab/networks/runnable';
import { backendName } from '../../run/device/backendName';
import { useLabelText } from '../running/labels/useLabelText';
import { useLoadingText } from '../running/session/useLoadingText';
import { listText, millisecondsText, wholePercentText } from '../ui/numberText';
import { Progress } from '../ui/Progress';
import styles from './Answer.module.css';
import { useFirstLabel } from './useFirstLabel';
import { PageLink } from '../ui/PageLink';

/** What the network sees in the photo, how sure it is, and how long it took here; before that, how far it has loaded. */
export function Answer() {
  const { t } = useLingui();
  const { network, isSmall, lane, hasFailed } = useFirstLabel();
  const frames = lane?.frames ?? silentFeed;
  const summary = useSyncExternalStore(frames.subscribe, frames.summary);
  const loading = useLoadingText(lane?.progress ?? null, network?.bytes);
  const backend = lane?.report?.device.backend;
  return (
    <section className={styles.answer} aria-label={t`What the network sees`}>
      {summary !== null ? (
        <Seen summary={summary} />
      ) : hasFailed ? (
        <p className={styles.failed}>
          <Trans>
            The network did not start here. <PageLink to="/live">The lab</PageLink> says why, and what helps.
          </Trans>
        </p>
      ) : (
        <div className={styles.loading}>
          <Progress {...loading} />
        </div>
      )}
      <p className={styles.time}>
        {summary === null || network === undefined || backend === undefined ? null : (
          <Time summary={summary} title={manifestTitle(network)} backend={backendName(backend)} />
        )}
        {isSmall ? (
          <>
            {' '}
            <Trans>A small network runs first, since this connection is slow or metered.</Trans>
          </>
        ) : null}
      </p>
    </section>
  );
}

function Seen({ summary: { top } }: { readonly summary: FrameSummary }) {
  const { t, i18n } = useLingui();
  const labelText = useLabelText();
  const [best, ...others] = top.slice(0, 3).map(({ label, probability }) => ({
    name: labelText(label) ?? label,
    share: wholePercentText(probability, i18n.locale),
    probability,
  }));
  if (best === undefined) return null;
  const rest = listText(
    others.map(({ name, share }) => `${name} ${share}`),
    i18n.locale,
  );
  return (
    <div role="status">
      <p className={styles.label}>{best.name}</p>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ scale: `${String(best.probability)} 1` }} />
      </span>
      <p className={styles.rest}>{t`${best.share}, then ${rest}.`}</p>
    </div>
  );
}

type TimeProps = { readonly summary: FrameSummary; readonly title: string; readonly backend: string };

function Time({ summary: { latency }, title, backend }: TimeProps) {
  const { i18n } = useLingui();
  const ms = millisecondsText(latency.endToEndMs, i18n.locale);
  return (
    <Trans>
      <b>{ms} ms</b> on this device, by {title} on {backend}.
    </Trans>
  );
}
