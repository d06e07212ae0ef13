import { useLingui } from '@lingui/react/macro';
import { millisecondsText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import type { CollectedResult } from '../../../lab/results/storedRows';
import { networkSpreads } from '../../../lab/results/networkSpreads';
import styles from './CollectPage.module.css';
import { seriesOfNetworks } from './resultTitles';
import { useDistinctTitles } from './useDistinctTitles';

/** How far the times of each network lie apart on the devices of a class, for networks that several measured. */
export function SpreadTable({ results }: { readonly results: readonly CollectedResult[] }) {
  const { t, i18n } = useLingui();
  const plain = results.map(({ result }) => result);
  const titleOf = useDistinctTitles(plain);
  const spreads = networkSpreads(plain).filter(({ count }) => count > 1);
  if (spreads.length === 0) return null;
  const seriesOf = seriesOfNetworks(plain);
  const ms = (value: number) => millisecondsText(value, i18n.locale);
  return (
    <Table
      look="results"
      className={styles.table}
      label={t`Spread of each network`}
      rows={spreads}
      keyOf={({ first }) => first.network}
      attributesOf={({ first }) => ({ 'data-series': seriesOf(first) })}
      columns={[
        { head: t`Network`, file: 'network', value: ({ first }) => titleOf(first) },
        { head: t`results`, file: 'results', align: 'end', value: ({ count }) => count },
        { head: t`fastest, ms`, file: 'fastestMs', align: 'end', value: ({ fastestMs }) => fastestMs, format: ms },
        { head: t`median, ms`, file: 'medianMs', align: 'end', value: ({ medianMs }) => medianMs, format: ms },
        { head: t`slowest, ms`, file: 'slowestMs', align: 'end', value: ({ slowestMs }) => slowestMs, format: ms },
      ]}
      fileName="spread-per-network"
    />
  );
}
