import { bandLength, scaleOf, type NumberAxis } from '../../../viz/charts/axis';
import { segmentNames } from '../../../viz/charts/segmentNames';
import { stackedBars, totalOf, type StackedRow } from '../../../viz/charts/stackedBars';
import { Sized } from '../Sized';
import { toneClass } from '../tone';
import { Legend, Swatch } from './Legend';
import { Plot } from './Plot';
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

const totalWidth = 72;
const namesHeight = 28;

/** Rows of parts on one scale; the parts are named over the first row, or in a legend where they have no room there. */
export function StackedBarChart<K extends string>({ name, rows, kinds, labelWidth }: StackedBarChartProps<K>) {
  const lines = { kind: 'band', count: rows.length, size: 28, gap: 10 } as const;
  const x: NumberAxis = { kind: 'linear', domain: [0, Math.max(1, ...rows.map(totalOf))], ticks: [] };
  const namesIn = (width: number) => {
    const scales = { x: scaleOf(x, [0, width - labelWidth - totalWidth]), y: scaleOf(lines, [0, bandLength(lines)]) };
    return segmentNames(stackedBars(rows.slice(0, 1), scales)[0]?.segments ?? [], kinds, 15);
  };
  return (
    <Sized>
      {(width) => {
        const names = namesIn(width);
        return (
          <div className={styles.root}>
            <Plot
              name={name}
              width={width}
              x={x}
              y={lines}
              height={bandLength(lines)}
              margin={{ left: labelWidth, right: totalWidth, top: names === null ? 0 : namesHeight, bottom: 0 }}
            >
              {names?.map(({ kind, name: words, middle }) => (
                <text key={kind} className={styles.kind} x={middle} y={-14}>
                  {words}
                </text>
              ))}
              <RowNames rows={rows} />
              <StackedBars rows={rows} kinds={kinds} />
            </Plot>
            {names === null ? (
              <Legend
                entries={kinds.map(({ kind, name: words, tone }) => ({
                  id: kind,
                  name: words,
                  swatch: <Swatch className={`${toneClass(tone)} ${styles.swatch}`} />,
                }))}
              />
            ) : null}
          </div>
        );
      }}
    </Sized>
  );
}
