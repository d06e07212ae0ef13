import { useLingui } from '@lingui/react';
import { stackedBars, type StackedRow } from '../../../viz/charts/stackedBars';
import { percentText, shortNumberText } from '../numberText';
import { toneClass, type Tone } from '../tone';
import { usePlot } from './plotScales';
import { usePunctuation } from '../usePunctuation';
import styles from './StackedBars.module.css';

export type BarKind<K extends string> = { readonly kind: K; readonly name: string; readonly tone: Tone };

type StackedBarsProps<K extends string> = {
  readonly rows: readonly (StackedRow<K> & { readonly isMarked?: boolean })[];
  /** Every kind that occurs, in the order of the bars. */
  readonly kinds: readonly BarKind<K>[];
};

/** A bar of parts for every row, with shares where they fit, and the total at its end. */
export function StackedBars<K extends string>({ rows, kinds }: StackedBarsProps<K>) {
  const { i18n } = useLingui();
  const { pair } = usePunctuation();
  const plot = usePlot();
  const height = plot.y.size;
  const kindOf = new Map(kinds.map((kind) => [kind.kind, kind]));
  return stackedBars(rows, plot).map(({ id, y, total, end, segments }, row) => (
    <g key={id} data-row={id}>
      {segments.map(({ kind, value, x, width }) => (
        <g key={kind} className={toneClass(kindOf.get(kind)?.tone ?? 'pool')}>
          <title>{pair(kindOf.get(kind)?.name ?? kind, i18n.number(value))}</title>
          <rect className={styles.segment} x={x} y={y} width={width} height={height} />
          {width > 44 ? (
            <text className={styles.share} x={x + width / 2} y={y + height / 2}>
              {percentText(value / total, i18n.locale, 0)}
            </text>
          ) : null}
        </g>
      ))}
      <text className={rows[row]?.isMarked === true ? styles.markedTotal : styles.total} x={end + 8} y={y + height / 2}>
        {shortNumberText(total, i18n.locale)}
      </text>
    </g>
  ));
}
