import type { ChartPoint } from '../../../viz/charts/paths';
import { pointLabelsOf } from '../../../viz/charts/pointLabels';
import { Dots } from './Dots';
import styles from './LabelledDots.module.css';
import { usePlot } from './plotScales';

type LabelledDotsProps = {
  readonly points: readonly (ChartPoint & {
    readonly id: string;
    readonly label: string;
    /** Which colour of the chart's series, from 1. */
    readonly series: number;
    /** Shown while the pointer rests on it; also the only name of a point whose label has no room. */
    readonly title: string;
  })[];
};

const radius = 7;
const fontSize = 13;

/** Points with their names beside them, where they hide nothing. */
export function LabelledDots({ points }: LabelledDotsProps) {
  const { x, y, width } = usePlot();
  const placed = points.map(({ label, ...point }) => ({ label, px: x.at(point.x), py: y.at(point.y) }));
  const labels = pointLabelsOf(placed, { width, fontSize, radius });
  return (
    <>
      {points.map(({ series, ...point }) => (
        <g key={point.id} className={styles.point} data-series={series}>
          <Dots points={[point]} radius={radius} />
        </g>
      ))}
      {points.map(({ id, label }, index) => {
        const place = labels[index];
        return place == null ? null : (
          <text key={id} className={styles.label} fontSize={fontSize} x={place.x} y={place.y} textAnchor={place.anchor}>
            {label}
          </text>
        );
      })}
    </>
  );
}
