import type { ChartPoint } from '../../../viz/charts/paths';
import { usePlot } from './plotScales';

export type Dot = ChartPoint & {
  readonly id: string;
  /** Shown while the pointer rests on it. */
  readonly title?: string;
  readonly className?: string | undefined;
};

type DotsProps = {
  readonly points: readonly Dot[];
  readonly radius: number;
  /** Called when a point is pressed, which needs another way without a pointer beside the chart. */
  readonly onPick?: (id: string) => void;
};

/** A circle of `radius` px for each point. */
export function Dots({ points, radius, onPick }: DotsProps) {
  const { x, y } = usePlot();
  return points.map(({ id, title, className, ...point }) => (
    <circle
      key={id}
      data-point={id}
      className={className}
      cx={x.at(point.x)}
      cy={y.at(point.y)}
      r={radius}
      onClick={() => onPick?.(id)}
    >
      {title === undefined ? null : <title>{title}</title>}
    </circle>
  ));
}
