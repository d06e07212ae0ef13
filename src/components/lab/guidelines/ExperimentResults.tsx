import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PaperDevice } from '../../../nets/explorables/guidelineExperiments';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import { guessScore } from '../../../nets/measurements/paperVerdict';
import { DownloadButton } from '../../ui/DownloadButton';
import { millisecondsText, percentText, shortNumberText, useNumberText } from '../../ui/numberText';
import { backendName } from '../../../run/device/backendName';
import { KernelsTimed } from '../../running/measuring/KernelsTimed';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { experimentJson, timedVariants } from '../../../lab/guidelines/experimentFiles';
import styles from './Guidelines.module.css';
import { PaperComparison } from './PaperComparison';
import { SpeedChart } from './SpeedChart';
import { useVariantNames } from './useVariantNames';

type ExperimentResultsProps = {
  readonly result: ExperimentResult;
  /** Ids, fastest first. */
  readonly guess: readonly string[];
};

/** What the device measured, beside the paper's two tables, and what became of the guess. */
export function ExperimentResults({ result, guess }: ExperimentResultsProps) {
  const variants = timedVariants(result);
  const name = useVariantNames(result.guideline);
  const nameOf = (id: string): string => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : name(variant).name;
  };
  return (
    <div className={styles['results']}>
      <ResultTable result={result} variants={variants} guess={guess} />
      <GuessOutcome variants={variants} guess={guess} />
      {paperDevices.map((device) => (
        <PaperComparison key={device} device={device} variants={variants} nameOf={nameOf} />
      ))}
      <SpeedChart result={result} variants={variants} nameOf={nameOf} />
      <EverySample result={result} />
    </div>
  );
}

type ResultTableProps = ExperimentResultsProps & { readonly variants: readonly TimedVariant[] };

function ResultTable({ result: { guideline, device, samplesMs }, variants, guess }: ResultTableProps) {
  const { t } = useLingui();
  const nameOf = useVariantNames(guideline);
  const adapter = device.adapter;
  const backend = backendName(device.backend);
  const rounds = samplesMs[0]?.length ?? 0;
  const bestMs = Math.min(...variants.map(({ timeMs }) => timeMs.median));
  return (
    <table className={styles['table']}>
      <caption>
        <Trans>
          Speed, with the fastest of each column as 100%. Here: {backend}, {adapter}; medians of{' '}
          <Plural value={rounds} one="# round" other="# rounds" />, the line spans the middle half of them.
        </Trans>{' '}
        <KernelsTimed backend={device.backend} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{t`Network`}</th>
          <th scope="col">{t`This device`}</th>
          <th scope="col">
            {t`Paper, GPU`}
            <span className={styles['detail']}>{t`GTX 1080 Ti, batches/s`}</span>
          </th>
          <th scope="col">
            {t`Paper, ARM`}
            <span className={styles['detail']}>{t`Snapdragon 810, images/s`}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {variants.map((variant) => {
          const { name, detail } = nameOf(variant);
          const place = guess.indexOf(variant.id) + 1;
          return (
            <tr key={variant.id} data-variant={variant.id}>
              <th scope="row">
                {name}
                <span className={styles['detail']}>{detail}</span>
                <Macs macs={variant.macs} />
                {place > 0 ? <span className={styles['detail']}>{t`your guess: place ${place}`}</span> : null}
              </th>
              <HereCell variant={variant} bestMs={bestMs} />
              {paperDevices.map((device) => (
                <PaperCell key={device} variant={variant} variants={variants} device={device} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Macs({ macs }: { readonly macs: number }) {
  const { i18n, t } = useLingui();
  const count = shortNumberText(macs, i18n.locale);
  return <span className={styles['detail']}>{t`${count} MACs`}</span>;
}

function HereCell({ variant: { timeMs }, bestMs }: { readonly variant: TimedVariant; readonly bestMs: number }) {
  const { i18n } = useLingui();
  const [least, most] = [bestMs / timeMs.high, Math.min(1, bestMs / timeMs.low)];
  return (
    <td data-figure="here" data-value={timeMs.median}>
      <span className={styles['share']}>{percentText(bestMs / timeMs.median, i18n.locale, 0)}</span>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={styles['fill']}
          data-tone="here"
          style={{ inlineSize: `${String((100 * bestMs) / timeMs.median)}%` }}
        />
        <span
          className={styles['whisker']}
          style={{ insetInlineStart: `${String(100 * least)}%`, inlineSize: `${String(100 * (most - least))}%` }}
        />
      </span>
      <span className={styles['detail']}>
        {millisecondsText(timeMs.median, i18n.locale)} ms ({millisecondsText(timeMs.low, i18n.locale)}–
        {millisecondsText(timeMs.high, i18n.locale)})
      </span>
    </td>
  );
}

type PaperCellProps = {
  readonly variant: TimedVariant;
  readonly variants: readonly TimedVariant[];
  readonly device: PaperDevice;
};

const plain = { maximumFractionDigits: 1 } as const;

function PaperCell({ variant, variants, device }: PaperCellProps) {
  const { i18n } = useLingui();
  const number = useNumberText(plain);
  const share = variant.paper[device] / Math.max(...variants.map(({ paper }) => paper[device]));
  return (
    <td>
      <span className={styles['share']}>{percentText(share, i18n.locale, 0)}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles['fill']} style={{ inlineSize: `${String(100 * share)}%` }} />
      </span>
      <span className={styles['detail']}>{number(variant.paper[device])}</span>
    </td>
  );
}

type GuessOutcomeProps = { readonly variants: readonly TimedVariant[]; readonly guess: readonly string[] };

function GuessOutcome({ variants, guess }: GuessOutcomeProps) {
  const { right, decided } = guessScore(guess, new Map(variants.map(({ id, timeMs }) => [id, timeMs])));
  return (
    <p className={styles['outcome']} role="status">
      {decided === 0 ? (
        <Trans>This device cannot tell any two of them apart, so no guess is right or wrong.</Trans>
      ) : (
        <Trans>
          Of the <Plural value={decided} one="one pair" other="# pairs" /> that this device tells apart, your order has{' '}
          {right} right.
        </Trans>
      )}
    </p>
  );
}

/** Every sample and what it says to the paper; the medians are saved with the chart. */
function EverySample({ result }: { readonly result: ExperimentResult }) {
  return (
    <div className={styles['buttons']}>
      <DownloadButton
        label="JSON"
        fileName={`${result.guideline}-${result.device.backend}.json`}
        make={() => new Blob([experimentJson(result, navigator.userAgent)], { type: 'application/json' })}
      />
    </div>
  );
}
