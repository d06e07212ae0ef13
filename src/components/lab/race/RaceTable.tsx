import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import type { FrameSummary } from '../../../lab/feed/frameFeed';
import type { Racing } from '../../../lab/race/racing';
import { RetryButton, SmallerResolution } from '../../running/faults/RunFaults';
import {
  givesFeatures,
  runnableName,
  runnableTitle,
  smallerResolution,
  withResolution,
  type Runnable,
} from '../../../lab/networks/runnable';
import { millisecondsText, numberFormat, wholePercentText } from '../../ui/numberText';
import { MissingKernelText } from '../../running/network/MissingKernelText';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import { useLabelText } from '../../running/labels/useLabelText';
import styles from './RaceTable.module.css';
import { useSlidingRows } from './useSlidingRows';

/** What a person can do about a network that does not run. */
type LaneActions = {
  readonly onRetry: () => void;
  /** Replaces one network with another. */
  readonly onReplace: (racer: Runnable, wanted: Runnable) => void;
  /** Null where there would be too few left to race. */
  readonly onRemove: ((racer: Runnable) => void) | null;
};

/** The racing networks, the fastest first, with their times and what each sees. */
export function RaceTable({ racing, ...actions }: { readonly racing: readonly Racing[] } & LaneActions) {
  const { t } = useLingui();
  const body = useRef<HTMLTableSectionElement>(null);
  useSlidingRows(body);
  return (
    <table className={styles.table}>
      <caption>
        {t`The race, the fastest first`}
        {isMixed(racing) ? (
          <>
            {' '}
            <span className={styles.detail}>
              <Trans>
                Per cent is how sure a network is among its own classes: to be sure of one of 1000 is harder than of one
                of 64, so these compare only between networks of the same classes.
              </Trans>
            </span>
          </>
        ) : null}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.words}>{t`Network`}</th>
          <th scope="col" className={styles.words}>{t`sees`}</th>
          <th scope="col" className={styles.number}>{t`end to end, ms`}</th>
          <th scope="col" className={styles.number}>{t`inference, ms`}</th>
          <th scope="col" className={styles.number}>{t`95th percentile, ms`}</th>
          <th scope="col" className={styles.number}>{t`shown per second`}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {racing.map((racer) => (
          <Row key={runnableName(racer.runnable)} racer={racer} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

/** Whether networks of different numbers of classes say what they see. */
function isMixed(racing: readonly Racing[]): boolean {
  const trained = racing.filter(({ runnable }) => runnable.manifest !== null && !givesFeatures(runnable));
  return new Set(trained.map(({ runnable }) => runnable.network.choice['classes'])).size > 1;
}

function Row({ racer, ...actions }: { readonly racer: Racing } & LaneActions) {
  const { i18n } = useLingui();
  const { runnable, series, lane, summary } = racer;
  const fault = lane?.fault ?? null;
  const ms = (value: number): string => millisecondsText(value, i18n.locale);
  return (
    <tr data-series={series}>
      <th scope="row">
        <span className={styles.name}>{runnableTitle(runnable)}</span>{' '}
        <span className={styles.detail}>{`${String(runnable.network.choice['resolution'])} px`}</span>
        {lane?.report?.missingKernel === undefined ? null : (
          <span className={styles.detail}>
            <MissingKernelText missing={lane.report.missingKernel} />
          </span>
        )}
      </th>
      {fault !== null ? (
        <td colSpan={5}>
          <LaneFault fault={fault} runnable={runnable} {...actions} />
        </td>
      ) : summary === undefined ? (
        <td colSpan={5} className={styles.waiting}>
          {lane?.progress?.stage === 'compile' ? <Trans>Compiling the network</Trans> : <Trans>Waiting</Trans>}
        </td>
      ) : (
        <>
          <td>
            <Seen runnable={runnable} summary={summary} />
          </td>
          <td className={styles.large}>{ms(summary.latency.endToEndMs)}</td>
          <td className={styles.number}>{ms(summary.latency.partsMs.inference)}</td>
          <td className={styles.number}>{ms(summary.latency.endToEndP95Ms)}</td>
          <td className={styles.number}>
            {summary.shownPerSecond > 0
              ? numberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(summary.shownPerSecond)
              : '–'}
          </td>
        </>
      )}
    </tr>
  );
}

type LaneFaultProps = LaneActions & { readonly fault: RunError; readonly runnable: Runnable };

/** Why a network does not race, with buttons that help. The others go on. */
function LaneFault({ fault, runnable, onRetry, onReplace, onRemove }: LaneFaultProps) {
  return (
    <RunErrorMessage
      error={fault}
      actions={
        <>
          <RetryButton error={fault} onRetry={onRetry} />
          <SmallerResolution
            error={fault}
            resolution={smallerResolution(runnable)}
            onResolution={(resolution) => {
              onReplace(runnable, withResolution(runnable, resolution));
            }}
          />
          {onRemove === null ? null : (
            <Button
              onPress={() => {
                onRemove(runnable);
              }}
            >
              <Trans>Race without it</Trans>
            </Button>
          )}
        </>
      }
    />
  );
}

function Seen({ runnable, summary }: { readonly runnable: Runnable; readonly summary: FrameSummary }) {
  const { i18n } = useLingui();
  const labelText = useLabelText();
  const [best] = summary.top;
  if (runnable.manifest === null)
    return (
      <span className={styles.detail}>
        <Trans>untrained: latency only</Trans>
      </span>
    );
  if (givesFeatures(runnable))
    return (
      <span className={styles.detail}>
        <Trans>features, no names</Trans>
      </span>
    );
  if (best === undefined) return null;
  const translated = labelText(best.label);
  return (
    <>
      <strong {...(translated === null ? { lang: 'en' } : {})}>{translated ?? best.label}</strong>{' '}
      {wholePercentText(best.probability, i18n.locale)}
    </>
  );
}
