import { Trans, useLingui } from '@lingui/react/macro';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import type { LiveReading } from '../../../lab/feed/frameFeed';
import { RetryButton, SmallerResolution } from '../../running/faults/LiveFaults';
import {
  runnableName,
  runnableTitle,
  smallerResolution,
  withResolution,
  type Runnable,
} from '../../../lab/networks/runnable';
import { millisecondsText, numberFormat, percentText } from '../../ui/numberText';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import { useLabelText } from '../../running/labels/useLabelText';
import type { Lane } from '../../../lab/session/sessionLanes';
import type { RaceReadings } from '../../../lab/feed/feedGroup';
import styles from './RaceTable.module.css';

/** A racer with what is known of it; `series` is its colour, which stays while its place changes. */
export type Racing = {
  readonly runnable: Runnable;
  readonly series: number;
  readonly lane: Lane | undefined;
  readonly reading: LiveReading | undefined;
};

/** Racers with their lanes and newest readings, the fastest first, those without a time last. */
export function racingOf(
  racers: readonly Runnable[],
  lanes: readonly Lane[],
  readings: RaceReadings,
): readonly Racing[] {
  return racers
    .map((runnable, index): Racing => {
      const lane = lanes.find(({ name }) => name === runnableName(runnable));
      const network = lane?.report?.network;
      return { runnable, series: index + 1, lane, reading: network === undefined ? undefined : readings.get(network) };
    })
    .sort((a, b) => latencyOf(a) - latencyOf(b));
}

function latencyOf({ reading }: Racing): number {
  return reading?.latency.endToEndMs ?? Infinity;
}

/** What can be done about a network that does not run. */
type WaysOut = {
  readonly onRetry: () => void;
  /** Puts a network in the place of another. */
  readonly onReplace: (racer: Runnable, wanted: Runnable) => void;
  /** Null where there would be too few left to race. */
  readonly onRemove: ((racer: Runnable) => void) | null;
};

/** The race as it stands: who is how fast, and what each sees. */
export function RaceTable({ racing, ...ways }: { readonly racing: readonly Racing[] } & WaysOut) {
  const { t } = useLingui();
  return (
    <table className={styles['table']}>
      <caption>{t`The race, the fastest first`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Network`}</th>
          <th scope="col">{t`sees`}</th>
          <th scope="col" className={styles['number']}>{t`end to end, ms`}</th>
          <th scope="col" className={styles['number']}>{t`inference, ms`}</th>
          <th scope="col" className={styles['number']}>{t`95th percentile, ms`}</th>
          <th scope="col" className={styles['number']}>{t`shown per second`}</th>
        </tr>
      </thead>
      <tbody>
        {racing.map((racer) => (
          <Row key={runnableName(racer.runnable)} racer={racer} {...ways} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ racer, ...ways }: { readonly racer: Racing } & WaysOut) {
  const { i18n } = useLingui();
  const { runnable, series, lane, reading } = racer;
  const fault = lane?.fault ?? null;
  const ms = (value: number): string => millisecondsText(value, i18n.locale);
  return (
    <tr data-series={series}>
      <th scope="row">
        <span className={styles['name']}>{runnableTitle(runnable)}</span>
        <span className={styles['detail']}>{`${String(runnable.network.choice['resolution'])} px`}</span>
      </th>
      {fault !== null ? (
        <td colSpan={5}>
          <LaneFault fault={fault} runnable={runnable} {...ways} />
        </td>
      ) : reading === undefined ? (
        <td colSpan={5} className={styles['waiting']}>
          {lane?.progress?.stage === 'compile' ? <Trans>Compiling the network</Trans> : <Trans>Waiting</Trans>}
        </td>
      ) : (
        <>
          <td className={styles['sees']}>
            <Seen runnable={runnable} reading={reading} />
          </td>
          <td className={styles['large']}>{ms(reading.latency.endToEndMs)}</td>
          <td className={styles['number']}>{ms(reading.latency.partsMs.inference)}</td>
          <td className={styles['number']}>{ms(reading.latency.endToEndP95Ms)}</td>
          <td className={styles['number']}>
            {reading.shownPerSecond > 0
              ? numberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(reading.shownPerSecond)
              : '–'}
          </td>
        </>
      )}
    </tr>
  );
}

type LaneFaultProps = WaysOut & { readonly fault: RunError; readonly runnable: Runnable };

/** Why a network does not race, and what can be done about it; the others go on meanwhile. */
function LaneFault({ fault, runnable, onRetry, onReplace, onRemove }: LaneFaultProps) {
  return (
    <RunErrorMessage
      error={fault}
      actions={
        <>
          <RetryButton onRetry={onRetry} />
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

function Seen({ runnable, reading }: { readonly runnable: Runnable; readonly reading: LiveReading }) {
  const { i18n } = useLingui();
  const labelText = useLabelText();
  const [best] = reading.top;
  if (runnable.manifest === null)
    return (
      <span className={styles['detail']}>
        <Trans>untrained: latency only</Trans>
      </span>
    );
  if (best === undefined) return null;
  const translated = labelText(best.label);
  return (
    <>
      <strong {...(translated === null ? { lang: 'en' } : {})}>{translated ?? best.label}</strong>{' '}
      {percentText(best.probability, i18n.locale, 0)}
    </>
  );
}
