import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import { guessScore } from '../../../nets/measurements/paperVerdict';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { ExportsMenu } from '../../ui/ExportsMenu';
import { DownloadButton } from '../../ui/DownloadButton';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { jsonFile } from '../../ui/textFiles';
import { backendName } from '../../../run/device/backendName';
import { useAdapterText } from '../../running/network/useAdapterText';
import { KernelsTimed } from '../../running/measuring/KernelsTimed';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { experimentJson, timedVariants } from '../../../lab/guidelines/experimentFiles';
import styles from './Guidelines.module.css';
import { PaperComparison } from './PaperComparison';
import { useResultColumns } from './useResultColumns';
import { useVariantNames } from './useVariantNames';

type ExperimentResultsProps = {
  readonly result: ExperimentResult;
  /** Ids, fastest first. */
  readonly guess: readonly string[];
  /** Not of this device: nothing of it can be saved. */
  readonly isExample: boolean;
};

/** Results on this device beside the paper's two, and the score of the guess. */
export function ExperimentResults({ result, guess, isExample }: ExperimentResultsProps) {
  const variants = timedVariants(result);
  const name = useVariantNames(result.guideline);
  const columns = useResultColumns({ result, variants, guess });
  const nameOf = (id: string): string => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : name(variant).name;
  };
  return (
    <div className={styles.results}>
      <ResultTable result={result} variants={variants} columns={columns} isExample={isExample} />
      <GuessOutcome variants={variants} guess={guess} />
      {paperDevices.map((device) => (
        <PaperComparison key={device} device={device} variants={variants} nameOf={nameOf} />
      ))}
      {isExample ? null : <EverySample result={result} />}
    </div>
  );
}

type ResultTableProps = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  readonly columns: readonly Column<TimedVariant>[];
  readonly isExample: boolean;
};

function ResultTable({ result: { device, guideline }, variants, columns, isExample }: ResultTableProps) {
  const { t } = useLingui();
  const picture = useRef<HTMLDivElement>(null);
  const number = guideline.toUpperCase();
  const adapter = useAdapterText()(device.adapter);
  const backend = backendName(device.backend);
  const rounds = variants[0]?.rounds ?? 0;
  return (
    <div className={styles.answer}>
      {isExample ? null : (
        <div className={styles.menu}>
          <ExportsMenu
            title={t`${number}, measured here and in the paper`}
            files={{ name: `${guideline}-${device.backend}`, numbers: () => sheetRows(columns, variants) }}
            picture={picture}
          />
        </div>
      )}
      <div ref={picture}>
        <Table
          look="results"
          className={styles.table}
          caption={
            <>
              <Trans>
                Speed relative to the fastest on each device (100%). Here: {backend}, {adapter}; medians of{' '}
                <Plural value={rounds} one="# round" other="# rounds" />, lines span the middle half.
              </Trans>{' '}
              <KernelsTimed backend={device.backend} />
            </>
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
