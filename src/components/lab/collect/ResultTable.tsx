import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { exactNumberText, millisecondsText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import type { CollectedResult } from '../../../lab/results/storedRows';
import styles from './CollectPage.module.css';
import { timeText } from './timeText';
import { deviceOf, seriesOfNetworks } from './resultTitles';
import { useDistinctTitles } from './useDistinctTitles';

type ResultTableProps = {
  readonly results: readonly CollectedResult[];
  /** `position` is that of the row among those shown. */
  readonly onRemove: (code: string, position: number) => void;
};

/** Rows shown at a time: thousands would make every press slow. */
const pageRows = 100;

/** The collected results, a page at a time. */
export function ResultTable({ results, onRemove }: ResultTableProps) {
  const { t, i18n } = useLingui();
  const [wanted, setWanted] = useState(0);
  const page = Math.min(wanted, Math.max(0, Math.ceil(results.length / pageRows) - 1));
  const shown = results.slice(page * pageRows, (page + 1) * pageRows);
  const plain = results.map(({ result }) => result);
  const seriesOf = seriesOfNetworks(plain);
  const titleOf = useDistinctTitles(plain);
  const isNamed = plain.some(({ nickname }) => nickname !== undefined);
  const ms = (value: number) => millisecondsText(value, i18n.locale);
  return (
    <>
      <Table
        look="results"
        className={styles.table}
        label={t`Collected results`}
        rows={shown}
        keyOf={({ code }) => code}
        attributesOf={({ result }) => ({ 'data-series': seriesOf(result) })}
        columns={[
          { head: t`Network`, value: ({ result }) => titleOf(result) },
          ...(isNamed
            ? [{ head: t`Nickname`, show: ({ result }: CollectedResult) => <bdi>{result.nickname ?? '–'}</bdi> }]
            : []),
          { head: t`Device`, value: ({ result }) => deviceOf(result) },
          { head: t`inference, ms`, align: 'end', value: ({ result }) => result.figures.inferenceMs, format: ms },
          { head: t`end to end, ms`, align: 'end', value: ({ result }) => result.figures.endToEndMs, format: ms },
          {
            head: t`Taken`,
            value: ({ result }) => result.figures.dateSeconds,
            format: (seconds) => timeText(seconds, i18n.locale),
          },
          {
            head: null,
            show: (row) => (
              <Button
                look="quiet"
                onPress={() => {
                  onRemove(row.code, shown.indexOf(row));
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            ),
          },
        ]}
      />
      {results.length <= pageRows ? null : (
        <Pager page={page} rows={shown.length} total={results.length} onPage={setWanted} />
      )}
    </>
  );
}

type PagerProps = {
  readonly page: number;
  readonly rows: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
};

function Pager({ page, rows, total, onPage }: PagerProps) {
  const { t, i18n } = useLingui();
  const [first, last, all] = [page * pageRows + 1, page * pageRows + rows, total].map((count) =>
    exactNumberText(count, i18n.locale),
  );
  return (
    <div className={styles.tools} role="group" aria-label={t`Pages of the table`}>
      <Button
        look="quiet"
        isDisabled={page === 0}
        onPress={() => {
          onPage(page - 1);
        }}
      >
        <Trans context="page of a table">Previous</Trans>
      </Button>
      <span role="status">
        <Trans>
          {first} to {last} of {all}
        </Trans>
      </span>
      <Button
        look="quiet"
        isDisabled={last === all}
        onPress={() => {
          onPage(page + 1);
        }}
      >
        <Trans context="page of a table">Next</Trans>
      </Button>
    </div>
  );
}
