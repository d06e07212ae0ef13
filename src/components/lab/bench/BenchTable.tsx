import { Trans, useLingui } from '@lingui/react/macro';
import { runPaths, type NetworkSamples } from '../../../run/measure/pathTimes';
import { millisecondsText, percentText } from '../../ui/numberText';
import { backendName } from '../../../run/device/backendName';
import { medianOf, ratioOf } from '../../../lab/bench/benchFiles';
import styles from './Bench.module.css';

type BenchTableProps = { readonly results: readonly NetworkSamples[] };

/** A network a row: the median of every way to run, and the app's own as a share of the stock operations. */
export function BenchTable({ results }: BenchTableProps) {
  const { i18n, t } = useLingui();
  const devices = [...new Map(results[0]?.paths.map(({ path, device }) => [path.backend, device]))];
  const backends = devices.map(([backend]) => backend);
  const paths = runPaths.filter(({ backend }) => backends.includes(backend));
  const places = devices.map(([backend, { adapter }]) => `${backendName(backend)}: ${adapter}`).join('; ');
  return (
    // A wide table scrolls in a region of its own, which the keyboard reaches.
    <div className={styles['scroll']} role="region" aria-label={t`Results`} tabIndex={0}>
      <table className={styles['table']}>
        <caption>
          <Trans>Medians in milliseconds, and our time as a share of the stock one. {places}.</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t`Network`}</th>
            {paths.map(({ backend, kernels }) => (
              <th key={`${backend} ${kernels}`} scope="col">
                {backendName(backend)}
                <span className={styles['detail']}>{kernels === 'own' ? t`our own` : t`stock operations`}</span>
              </th>
            ))}
            {backends.map((backend) => (
              <th key={backend} scope="col">
                {backendName(backend)}
                <span className={styles['detail']}>{t`own ÷ stock`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.network.id} data-network={result.network.id}>
              <th scope="row">{result.network.name}</th>
              {paths.map((path) => {
                const median = medianOf(result, path);
                return (
                  <td key={`${path.backend} ${path.kernels}`} data-path={`${path.backend} ${path.kernels}`}>
                    {median === null ? '–' : millisecondsText(median, i18n.locale)}
                  </td>
                );
              })}
              {backends.map((backend) => {
                const ratio = ratioOf(result, backend);
                return (
                  <td key={backend} data-ratio={backend}>
                    {ratio === null ? '–' : percentText(ratio, i18n.locale, 0)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
