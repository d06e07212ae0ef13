import { Trans, useLingui } from '@lingui/react/macro';
import { runPaths, type NetworkSamples } from '../../../run/measure/timePaths';
import { Detail } from '../../ui/Detail';
import { millisecondsText, percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { backendName } from '../../../run/device/backendName';
import { pathMedianMs, ratioOf } from '../../../lab/bench/benchFiles';
import styles from './Bench.module.css';

type BenchTableProps = { readonly results: readonly NetworkSamples[] };

/** One row per network: the median time of every path, and the app's own kernels relative to stock operations. */
export function BenchTable({ results }: BenchTableProps) {
  const { i18n, t } = useLingui();
  const devices = [...new Map(results[0]?.paths.map(({ path, device }) => [path.backend, device]))];
  const backends = devices.map(([backend]) => backend);
  const paths = runPaths.filter(({ backend }) => backends.includes(backend));
  const places = devices.map(([backend, { adapter }]) => `${backendName(backend)}: ${adapter}`).join('; ');
  return (
    // A wide table scrolls in its own region, which the keyboard can reach.
    <div className={styles.scroll} role="region" aria-label={t`Results`} tabIndex={0}>
      <Table
        look="results"
        className={styles.table}
        caption={<Trans>Medians in milliseconds, and our time as a share of the stock one. {places}.</Trans>}
        rows={results}
        keyOf={({ network }) => network.id}
        attributesOf={({ network }) => ({ 'data-network': network.id })}
        columns={[
          { head: t`Network`, value: ({ network }) => network.name },
          ...paths.map((path) => ({
            head: (
              <>
                {backendName(path.backend)}
                <Detail>{path.kernels === 'own' ? t`our own` : t`stock operations`}</Detail>
              </>
            ),
            value: (result: NetworkSamples) => pathMedianMs(result, path) ?? undefined,
            format: (median: number) => millisecondsText(median, i18n.locale),
            attributes: () => ({ 'data-path': `${path.backend} ${path.kernels}` }),
          })),
          ...backends.map((backend) => ({
            head: (
              <>
                {backendName(backend)}
                <Detail>{t`own ÷ stock`}</Detail>
              </>
            ),
            value: (result: NetworkSamples) => ratioOf(result, backend) ?? undefined,
            format: (ratio: number) => percentText(ratio, i18n.locale, 0),
            attributes: () => ({ 'data-ratio': backend }),
          })),
        ]}
      />
    </div>
  );
}
