import { pointLabelsOf } from '../../../viz/charts/pointLabels';
import styles from './LabelledPoints.module.css';
import type { PlotBox } from './Plot';

type LabelledPointsProps = {
  readonly box: PlotBox;
  readonly points: readonly {
    readonly id: string;
    readonly px: number;
    readonly py: number;
    readonly label: string;
    /** Which colour of the chart's series, from 1. */
    readonly series: number;
    /** For the pointer that rests on it; also the only name of a point whose label has no room. */
    readonly title: string;
  }[];
};

const radius = 7;
const fontSize = 13;

/** The points of a plot that have names, with the names beside them where they hide nothing. */
export function LabelledPoints({ box, points }: LabelledPointsProps) {
  const labels = pointLabelsOf(points, { width: box.inner.width, fontSize, radius });
  return (
    <>
      {points.map(({ id, px, py, series, title }) => (
        <circle key={id} className={styles['point']} data-series={series} cx={px} cy={py} r={radius}>
          <title>{title}</title>
        </circle>
      ))}
      {points.map(({ id, label }, index) => {
        const place = labels[index];
        return place == null ? null : (
          <text
            key={id}
            className={styles['label']}
            fontSize={fontSize}
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
