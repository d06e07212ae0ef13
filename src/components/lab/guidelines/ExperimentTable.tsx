import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Guideline } from '../../../nets/explorables/guidelineExperiments';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import { guessScore } from '../../../nets/measurements/paperVerdict';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { ExportsMenu } from '../../ui/ExportsMenu';
import { DownloadButton } from '../../ui/DownloadButton';
import { Table } from '../../ui/Table';
import { jsonFile } from '../../ui/textFiles';
import { backendName } from '../../../run/device/backendName';
import { useAdapterText } from '../../running/network/useAdapterText';
import { KernelsTimed } from '../../running/measuring/KernelsTimed';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { experimentJson } from '../../../lab/guidelines/experimentFiles';
import type { DeviceReport } from '../../../run/device/executor';
import type { OrderGuess } from './GuessPlace';
import { Sentences } from '../../ui/Sentences';
import styles from './Guidelines.module.css';
import { PaperComparison } from './PaperComparison';
import { useResultColumns } from './useResultColumns';
import { useVariantNames } from './useVariantNames';

type ExperimentTableProps = {
  readonly guideline: Guideline;
  /** The networks; without a result their times mean nothing. */
  readonly variants: readonly TimedVariant[];
  readonly result: ExperimentResult | null;
  readonly guess: OrderGuess;
  /** Not of this device: nothing of it can be saved. */
  readonly isExample: boolean;
};

/** A row for each network: its place in the guess, and, once that is whole, its speed on this device and the paper's two. */
export function ExperimentTable({ guideline, variants, result, guess, isExample }: ExperimentTableProps) {
  const { t } = useLingui();
  const picture = useRef<HTMLDivElement>(null);
  const columns = useResultColumns({ guideline, result, variants, guess });
  const number = guideline.toUpperCase();
  return (
    <div className={styles.answer} role="group" aria-label={t`Your order, fastest first`}>
      {isExample || result === null ? null : (
        <div className={styles.menu}>
          <ExportsMenu
            title={t`${number}, measured here and in the paper`}
            files={{ name: `${guideline}-${result.device.backend}`, numbers: () => sheetRows(columns, variants) }}
            picture={picture}
          />
        </div>
      )}
      <div ref={picture} data-answered={result !== null}>
        <Table
          look="results"
          className={styles.table}
          caption={
            result === null ? (
              <span className={styles.question}>
                <Trans>Guess first: pick the settings in order, fastest first.</Trans>
              </span>
            ) : (
              <ResultCaption device={result.device} rounds={variants[0]?.rounds ?? 0} />
            )
          }
          rows={variants}
          keyOf={({ id }) => id}
          attributesOf={({ id }) => ({ 'data-variant': id })}
          columns={columns}
        />
      </div>
    </div>
  );
}

function ResultCaption({ device, rounds }: { readonly device: DeviceReport; readonly rounds: number }) {
  const adapter = useAdapterText()(device.adapter);
  const backend = backendName(device.backend);
  return (
    <Sentences>
      <Trans>
        Speed relative to the fastest on each device (100%). Here: {backend}, {adapter}; medians of{' '}
        <Plural value={rounds} one="# round" other="# rounds" />, lines span the middle half.
      </Trans>
      <KernelsTimed backend={device.backend} />
    </Sentences>
  );
}

type ExperimentVerdictsProps = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  /** Ids, fastest first. */
  readonly guess: readonly string[];
  readonly isExample: boolean;
};

/** The score of the guess, and whether this device agrees with the paper's two. */
export function ExperimentVerdicts({ result, variants, guess, isExample }: ExperimentVerdictsProps) {
  const name = useVariantNames(result.guideline);
  const nameOf = (id: string): string => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : name(variant).name;
  };
  return (
    <div className={styles.results}>
      <GuessOutcome variants={variants} guess={guess} />
      {paperDevices.map((device) => (
        <PaperComparison key={device} device={device} variants={variants} nameOf={nameOf} />
      ))}
      {isExample ? null : <EverySample result={result} />}
    </div>
  );
}

type GuessOutcomeProps = { readonly variants: readonly TimedVariant[]; readonly guess: readonly string[] };

function GuessOutcome({ variants, guess }: GuessOutcomeProps) {
  const { right, decided } = guessScore(guess, new Map(variants.map(({ id, timeMs }) => [id, timeMs])));
  return (
    <p className={styles.outcome} role="status">
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

/** Saves every sample and the verdict on the paper; the medians are saved with the table. */
function EverySample({ result }: { readonly result: ExperimentResult }) {
  return (
    <div className={styles.buttons}>
      <DownloadButton
        label="JSON"
        fileName={`${result.guideline}-${result.device.backend}.json`}
        make={() => jsonFile(experimentJson(result))}
      />
    </div>
  );
}
