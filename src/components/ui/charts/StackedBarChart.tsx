import { bandLength } from '../../../viz/charts/axis';
import { totalOf, type StackedRow } from '../../../viz/charts/stackedBars';
import { toneClass } from '../tone';
import { Chart } from './Chart';
import { Legend, Swatch } from './Legend';
import { RowNames } from './RowNames';
import { StackedBars, type BarKind } from './StackedBars';
import styles from './StackedBarChart.module.css';

type StackedBarChartProps<K extends string> = {
  /** Says what the picture shows, with its main numbers. */
  readonly name: string;
  /** `label` is left of the bar; `isMarked` points one out. */
  readonly rows: readonly (StackedRow<K> & { readonly label: string; readonly isMarked?: boolean })[];
  /** Every kind that occurs, in the order of the bars. */
  readonly kinds: readonly BarKind<K>[];
  /** Room for the labels, px. */
  readonly labelWidth: number;
};

const totalWidth = 64;

/** Rows of parts on one scale, with a legend in the order of the parts. */
export function StackedBarChart<K extends string>({ name, rows, kinds, labelWidth }: StackedBarChartProps<K>) {
  const lines = { kind: 'band', count: rows.length, size: 28, gap: 10 } as const;
  return (
    <div className={styles.root}>
      <Chart
        name={name}
        x={{ kind: 'linear', domain: [0, Math.max(1, ...rows.map(totalOf))], ticks: [] }}
        y={lines}
        height={bandLength(lines)}
        margin={{ left: labelWidth, right: totalWidth, top: 0, bottom: 0 }}
      >
        <RowNames rows={rows} />
        <StackedBars rows={rows} kinds={kinds} />
      </Chart>
      <Legend
        entries={kinds.map(({ kind, name: words, tone }) => ({
          id: kind,
          name: words,
          swatch: <Swatch className={`${toneClass(tone)} ${styles.swatch}`} />,
        }))}
      />
    </div>
  );
}
