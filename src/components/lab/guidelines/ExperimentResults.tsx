import { Plural, Trans } from '@lingui/react/macro';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import { guessScore } from '../../../nets/measurements/paperVerdict';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { DownloadButton } from '../../ui/DownloadButton';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { jsonFile } from '../../ui/textFiles';
import { backendName } from '../../../run/device/backendName';
import { KernelsTimed } from '../../running/measuring/KernelsTimed';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { experimentJson, timedVariants } from '../../../lab/guidelines/experimentFiles';
import styles from './Guidelines.module.css';
import { PaperComparison } from './PaperComparison';
import { SpeedChart } from './SpeedChart';
import { useResultColumns } from './useResultColumns';
import { useVariantNames } from './useVariantNames';

type ExperimentResultsProps = {
  readonly result: ExperimentResult;
  /** Ids, fastest first. */
  readonly guess: readonly string[];
};

/** Results on this device beside the paper's two, and the score of the guess. */
export function ExperimentResults({ result, guess }: ExperimentResultsProps) {
  const variants = timedVariants(result);
  const name = useVariantNames(result.guideline);
  const columns = useResultColumns({ result, variants, guess });
  const nameOf = (id: string): string => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : name(variant).name;
  };
  return (
    <div className={styles.results}>
      <ResultTable result={result} variants={variants} columns={columns} />
      <GuessOutcome variants={variants} guess={guess} />
      {paperDevices.map((device) => (
        <PaperComparison key={device} device={device} variants={variants} nameOf={nameOf} />
      ))}
      <SpeedChart result={result} variants={variants} nameOf={nameOf} numbers={() => sheetRows(columns, variants)} />
      <EverySample result={result} />
    </div>
  );
}

type ResultTableProps = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  readonly columns: readonly Column<TimedVariant>[];
};

function ResultTable({ result: { device }, variants, columns }: ResultTableProps) {
  const adapter = device.adapter;
  const backend = backendName(device.backend);
  const rounds = variants[0]?.rounds ?? 0;
  return (
    <Table
      look="results"
      className={styles.table}
      caption={
        <>
          <Trans>
            Speed, with the fastest of each column as 100%. Here: {backend}, {adapter}; medians of{' '}
            <Plural value={rounds} one="# round" other="# rounds" />, the line spans the middle half of them.
          </Trans>{' '}
          <KernelsTimed backend={device.backend} />
        </>
      }
      rows={variants}
      keyOf={({ id }) => id}
      attributesOf={({ id }) => ({ 'data-variant': id })}
      columns={columns}
    />
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

/** Saves every sample and the verdict on the paper; the medians are saved with the chart. */
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
