import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { axisFromZero, countAxis } from '../../../viz/charts/axis';
import { Figure } from '../../ui/Figure';
import { exactNumberText, tickTextOf } from '../../ui/numberText';
import { Chart } from '../../ui/charts/Chart';
import { Legend, Swatch } from '../../ui/charts/Legend';
import { StackedColumns } from '../../ui/charts/StackedColumns';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import styles from './LatencyChart.module.css';
import { latencyParts, type Latency, type LatencyPartsMs } from '../../../lab/feed/latencyWindow';
import { useLatencyPartNames } from './useLatencyPartNames';

type LatencyChartProps = {
  readonly latency: Latency;
  /** The network and the backend it ran on. */
  readonly title: string;
};

/** The frames of a saved result: one column per frame, stacked by the parts of its latency. */
export function LatencyChart({ latency: { partsHistoryMs: frames }, title }: LatencyChartProps) {
  const { t, i18n } = useLingui();
  const names = useLatencyPartNames();
  const totalsMs = frames.map((partsMs) => latencyParts.reduce((sum, part) => sum + partsMs[part], 0));
  const count = frames.length;
  const y = axisFromZero(Math.max(0, ...totalsMs), 4);
  return (
    <Figure
      title={title}
      caption={<Trans>Latency of each frame, part by part; the newest is on the right.</Trans>}
      files={{ name: 'latency-by-frame', numbers: () => rowsOf(frames) }}
    >
      <div className={styles.chart}>
        <Legend
          className={styles.legend}
          entries={latencyParts.map((part) => ({
            id: part,
            name: names[part],
            swatch: <Swatch className={`${styles.swatch} ${styles[part]}`} />,
          }))}
        />
        <Chart
          name={t`Latency in parts over ${plural(count, { one: '# frame', other: '# frames' })}`}
          x={countAxis(count)}
          y={y}
          height={190}
          margin={{ left: 44 }}
        >
          <YAxis text={tickTextOf(y.ticks, i18n.locale)} title="ms" />
          <XAxis text={(value) => exactNumberText(value, i18n.locale)} title={t`frames`} />
          <StackedColumns columns={frames} parts={latencyParts} />
        </Chart>
      </div>
    </Figure>
  );
}

function rowsOf(frames: readonly LatencyPartsMs[]): readonly SheetRow[] {
  return [
    ['frame', ...latencyParts.map((part) => `${part} ms`)],
    ...frames.map((partsMs, index) => [index + 1, ...latencyParts.map((part) => partsMs[part])]),
  ];
}
