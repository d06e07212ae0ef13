import { Trans, useLingui } from '@lingui/react/macro';
import { runPaths, type NetworkSamples } from '../../../run/measure/timePaths';
import { Bar } from '../../ui/Bar';
import { Detail } from '../../ui/Detail';
import { millisecondsText, percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { backendName } from '../../../run/device/backendName';
import { ownToStock, pathSpread, type OwnToStock } from '../../../lab/bench/benchFiles';
import type { Spread } from '../../../nets/measurements/spread';
import { useAdapterText } from '../../running/network/useAdapterText';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './Bench.module.css';

type BenchTableProps = { readonly results: readonly NetworkSamples[] };

/** One row per network: the median time of every path, and the app's own kernels relative to stock operations. */
export function BenchTable({ results }: BenchTableProps) {
  const { t } = useLingui();
  const { pair, clauses } = usePunctuation();
  const adapterText = useAdapterText();
  const devices = [...new Map(results[0]?.paths.map(({ path, device }) => [path.backend, device]))];
  const backends = devices.map(([backend]) => backend);
  const paths = runPaths.filter(({ backend }) => backends.includes(backend));
  const longestMs = Math.max(
    ...results.flatMap((result) => paths.flatMap((path) => pathSpread(result, path)?.median ?? [])),
  );
  const places = clauses(devices.map(([backend, { adapter }]) => pair(backendName(backend), adapterText(adapter))));
  return (
    // A wide table scrolls in its own region, which the keyboard can reach.
    <div className={styles.scroll} role="region" aria-label={t`Results`} tabIndex={0}>
      <Table
        look="results"
        className={styles.table}
        caption={
          <Trans>
            Medians in milliseconds; below each, the middle half of the rounds. Own ÷ stock divides one median by the
            other; below it is the middle half of the round-by-round ratios, widened where necessary to include the
            ratio of the medians. A range that includes 100% does not tell the two apart. {places}.
          </Trans>
        }
        rows={results}
        keyOf={({ network }) => network.id}
        attributesOf={({ network }) => ({ 'data-network': network.id })}
        columns={[
          { head: t`Network`, value: ({ network }) => network.name },
          ...paths.map((path) => ({
            head: (
              <>
                {backendName(path.backend)}
                <Detail>{path.kernels === 'own' ? t`own kernels` : t`stock TensorFlow.js`}</Detail>
              </>
            ),
            show: (result: NetworkSamples) => <TimeCell time={pathSpread(result, path)} longestMs={longestMs} />,
            attributes: () => ({ 'data-path': `${path.backend} ${path.kernels}` }),
          })),
          ...backends.map((backend) => ({
            head: (
              <>
                {backendName(backend)}
                <Detail>{t`own ÷ stock`}</Detail>
              </>
            ),
            show: (result: NetworkSamples) => <RatioCell ratio={ownToStock(result, backend)} />,
            attributes: () => ({ 'data-ratio': backend }),
          })),
        ]}
      />
    </div>
  );
}

function TimeCell({ time, longestMs }: { readonly time: Spread | null; readonly longestMs: number }) {
  const { i18n } = useLingui();
  if (time === null) return '–';
  const text = (valueMs: number) => millisecondsText(valueMs, i18n.locale, time.median);
  return (
    <>
      {text(time.median)}
      <Bar fraction={time.median / longestMs} className={styles.bar} />
      <Detail>
        {text(time.low)}–{text(time.high)}
      </Detail>
    </>
  );
}

function RatioCell({ ratio }: { readonly ratio: OwnToStock | null }) {
  const { i18n } = useLingui();
  if (ratio === null) return '–';
  const { ofMedians, byRound } = ratio;
  const text = (fraction: number) => percentText(fraction, i18n.locale, 0);
  // Few rounds can have quartiles on one side of the quotient of the medians.
  const [low, high] = [Math.min(byRound.low, ofMedians), Math.max(byRound.high, ofMedians)];
  return (
    <>
      {text(ofMedians)}
      <Detail>
        {text(low)}–{text(high)}
      </Detail>
    </>
  );
}
