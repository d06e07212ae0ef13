import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import type { FrameSummary } from '../../../lab/feed/frameFeed';
import { racingGroups, top1Of, type Racing } from '../../../lab/race/racing';
import { Bar } from '../../ui/Bar';
import { RetryButton, SmallerResolution } from '../../running/faults/RunFaults';
import {
  givesFeatures,
  runnableName,
  runnableTitle,
  smallerResolution,
  withResolution,
  type Runnable,
} from '../../../lab/networks/runnable';
import { millisecondsText, numberFormat, percentText, wholePercentText } from '../../ui/numberText';
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

/** The racing networks, the fastest first, those whose percentages compare together, with their times and what each sees. */
export function RaceTable({ racing, ...actions }: { readonly racing: readonly Racing[] } & LaneActions) {
  const { t } = useLingui();
  const table = useRef<HTMLTableElement>(null);
  useSlidingRows(table);
  const groups = racingGroups(racing);
  const isMixed = groups.filter(({ of }) => of !== 'noGuesses').length > 1;
  const slowestMs = Math.max(...racing.map(({ summary }) => summary?.latency.endToEndMs ?? 0));
  return (
    <table ref={table} className={styles.table}>
      <caption>
        <span data-screen-title>
          {slowestMs > 0 ? t`The race, fastest first` : t`The race: the first times are on their way`}
        </span>{' '}
        <span className={styles.detail}>
          {isMixed ? (
            <Trans>
              Times in milliseconds. One of 1,000 classes is harder to name than one of 64, so compare percentages only
              among networks with the same classes.
            </Trans>
          ) : (
            <Trans>Times in milliseconds.</Trans>
          )}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.words}>{t`Network`}</th>
          <th scope="col" className={styles.words}>{t`Sees`}</th>
          <th scope="col" className={styles.time}>{t`End to end`}</th>
          <th scope="col" className={styles.number}>{t`Inference`}</th>
          <th scope="col" className={styles.number}>{t`95th percentile`}</th>
          <th scope="col" className={styles.number}>{t`Frames per second`}</th>
          <th scope="col" className={styles.number}>{t`Top-1`}</th>
        </tr>
      </thead>
      {groups.map(({ of, racing: members }) => (
        <tbody key={of} data-group={of}>
          {members.map((racer) => (
            <Row key={runnableName(racer.runnable)} racer={racer} slowestMs={slowestMs} {...actions} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = LaneActions & {
  readonly racer: Racing;
  /** The time that fills the bar, which all rows share. */
  readonly slowestMs: number;
};

function Row({ racer, slowestMs, ...actions }: RowProps) {
  const { i18n } = useLingui();
  const { runnable, lane, summary } = racer;
  const fault = lane?.fault ?? null;
  const ms = (value: number): string => millisecondsText(value, i18n.locale);
  return (
    <tr>
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
        <td colSpan={6}>
          <LaneFault fault={fault} runnable={runnable} {...actions} />
        </td>
      ) : summary === undefined ? (
        <td colSpan={6} className={styles.waiting}>
          {lane?.progress?.stage === 'compile' ? <Trans>Compiling the network</Trans> : <Trans>Waiting</Trans>}
        </td>
      ) : (
        <>
          <td>
            <Seen runnable={runnable} summary={summary} />
          </td>
          <td className={styles.large}>
            {ms(summary.latency.endToEndMs)}
            <Bar fraction={summary.latency.endToEndMs / slowestMs} className={styles.bar} />
          </td>
          <td className={styles.number}>{ms(summary.latency.partsMs.inference)}</td>
          <td className={styles.number}>{ms(summary.latency.endToEndP95Ms)}</td>
          <td className={styles.number}>
            {summary.shownPerSecond > 0
              ? numberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(summary.shownPerSecond)
              : '–'}
          </td>
          <td className={styles.number}>
            <Top1 runnable={runnable} />
          </td>
        </>
      )}
    </tr>
  );
}

/** How often the first guess is right, and of how many classes. */
function Top1({ runnable }: { readonly runnable: Runnable }) {
  const { i18n, t } = useLingui();
  const top1 = top1Of(runnable);
  if (top1 === undefined) return '–';
  const classes = String(runnable.network.choice['classes']);
  return (
    <>
      {percentText(top1, i18n.locale)} <span className={styles.detail}>{t`of ${classes}`}</span>
    </>
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
