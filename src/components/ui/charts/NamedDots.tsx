import type { ChartPoint } from '../../../viz/charts/paths';
import { pointLabelsOf } from '../../../viz/charts/pointLabels';
import { Dots } from './Dots';
import styles from './NamedDots.module.css';
import { usePlot } from './plotScales';

type NamedDotsProps = {
  readonly points: readonly (ChartPoint & {
    readonly id: string;
    readonly label: string;
    /** Which colour of the chart's series, from 1; ink without it. */
    readonly series?: number;
  })[];
  readonly radius: number;
  /** Names beside places that something else marks, such as the end of a line. */
  readonly names?: readonly (ChartPoint & { readonly id: string; readonly label: string; readonly isQuiet: boolean })[];
  /** Points of other marks that no name may cover. */
  readonly avoided?: readonly ChartPoint[];
};

const fontSize = 15;
const none: readonly never[] = [];

/** Points with their names beside them, where they hide nothing. */
export function NamedDots({ points, radius, names = none, avoided = none }: NamedDotsProps) {
  const { x, y, width } = usePlot();
  const named = [...points.map((point) => ({ ...point, isQuiet: false })), ...names];
  const marks = [...named, ...avoided.map((point) => ({ ...point, label: '', isQuiet: true }))];
  const placed = marks.map(({ label, isQuiet, ...mark }) => ({
    ...{ label, isQuiet },
    ...{ px: x.at(mark.x), py: y.at(mark.y) },
  }));
  const labels = pointLabelsOf(placed, { width, fontSize, radius });
  return (
    <>
      {points.map(({ series, ...point }) => (
        <g key={point.id} className={styles.point} data-series={series}>
          <Dots points={[point]} radius={radius} />
        </g>
      ))}
      {named.map(({ id, label, isQuiet }, index) => {
        const place = labels[index];
        return place == null ? null : (
          <text
            key={id}
            className={isQuiet ? styles.quiet : styles.label}
            x={place.x}
            y={place.y}
            textAnchor={place.anchor}
          >
            {label}
          </text>
        );
      })}
    </>
  );
}
