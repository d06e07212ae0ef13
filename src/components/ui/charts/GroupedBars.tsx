import { useLingui } from '@lingui/react';
import { groupedBars, type BarGroup } from '../../../viz/charts/groupedBars';
import { percentText } from '../numberText';
import styles from './GroupedBars.module.css';
import { usePlot } from './plotScales';

type GroupedBarsProps<K extends string> = {
  /** Fractions of one. */
  readonly groups: readonly BarGroup<K>[];
  readonly classOf: (kind: K) => string | undefined;
};

/** A group of bars for every row, each with its value in per cent and a whisker over its scatter. */
export function GroupedBars<K extends string>({ groups, classOf }: GroupedBarsProps<K>) {
  const { i18n } = useLingui();
  return groupedBars(groups, usePlot()).map(({ id, bars }) => (
    <g key={id}>
      {bars.map(({ kind, value, y, width, height, whisker }) => (
        <g key={kind}>
          <rect className={classOf(kind)} x={0} y={y} width={width} height={height} />
          {whisker === null ? null : (
            <path className={styles.whisker} d={`M${whisker.x1},${whisker.y}H${whisker.x2}`} />
          )}
          <text className={styles.value} x={Math.max(width, whisker?.x2 ?? 0) + 6} y={y + height / 2}>
            {percentText(value, i18n.locale, 0)}
          </text>
        </g>
      ))}
    </g>
  ));
}
