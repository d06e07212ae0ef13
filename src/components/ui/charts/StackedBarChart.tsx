import { useLingui } from '@lingui/react';
import { useRef } from 'react';
import type { StackedRow } from '../../../viz/charts/stackedBars';
import { stackedBars } from '../../../viz/charts/stackedBars';
import { percentText, shortNumberText } from '../numberText';
import { type Tone, toneClass } from '../tone';
import styles from './StackedBarChart.module.css';
import { useWidth } from '../useWidth';

export type BarKind<K extends string> = { readonly kind: K; readonly name: string; readonly tone: Tone };

type StackedBarChartProps<K extends string> = {
  /** Says what the picture shows, with its main numbers. */
  readonly name: string;
  /** `label` stands at the bar's left; `isMarked` points one out. */
  readonly rows: readonly (StackedRow<K> & { readonly label: string; readonly isMarked?: boolean })[];
  /** Every kind that occurs, in the order of the bars. */
  readonly kinds: readonly BarKind<K>[];
  /** Room for the labels, px. */
  readonly labelWidth?: number;
};

const barHeight = 28;
const gap = 10;
const totalWidth = 64;

/** Rows of parts on one scale, with totals, shares where they fit, and a legend in the order of the parts. */
export function StackedBarChart<K extends string>({ name, rows, kinds, labelWidth = 96 }: StackedBarChartProps<K>) {
  const { i18n } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const chart = stackedBars(rows, { width, left: labelWidth, right: totalWidth, barHeight, gap });
  const toneOf = new Map(kinds.map(({ kind, tone }) => [kind, tone]));
  const nameOf = new Map(kinds.map(({ kind, name: words }) => [kind, words]));
  return (
    <div className={styles['root']}>
      <div ref={frame} className={styles['frame']}>
        <svg
          className={styles['svg']}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          width={chart.width}
          height={chart.height}
          role="img"
          aria-label={name}
        >
          {chart.bars.map((bar, index) => (
            <g key={bar.id} data-row={bar.id}>
              <text
                className={rows[index]?.isMarked === true ? styles['markedLabel'] : styles['label']}
                x={labelWidth - 10}
                y={bar.y + barHeight / 2}
              >
                {rows[index]?.label}
              </text>
              {bar.segments.map(({ kind, value, x, width: length }) => (
                <g key={kind} className={toneClass(toneOf.get(kind) ?? 'pool')}>
                  <title>{`${nameOf.get(kind) ?? kind}: ${i18n.number(value)}`}</title>
                  <rect className={styles['segment']} x={x} y={bar.y} width={length} height={barHeight} />
                  {length > 44 ? (
                    <text className={styles['share']} x={x + length / 2} y={bar.y + barHeight / 2}>
                      {percentText(value / bar.total, i18n.locale, 0)}
                    </text>
                  ) : null}
                </g>
              ))}
              <text
                className={rows[index]?.isMarked === true ? styles['markedTotal'] : styles['total']}
                x={bar.end + 8}
                y={bar.y + barHeight / 2}
              >
                {shortNumberText(bar.total, i18n.locale)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ul className={styles['legend']}>
        {kinds.map(({ kind, name: words, tone }) => (
          <li key={kind} className={toneClass(tone)}>
            <span className={styles['swatch']} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
