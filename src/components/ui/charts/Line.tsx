import { linePath, type ChartPoint } from '../../../viz/charts/paths';
import { usePlot } from './plotScales';

type LineProps = {
  /** In the units of the axes, in the order in which they are joined. */
  readonly points: readonly ChartPoint[];
  readonly className?: string | undefined;
};

/** A line through points. */
export function Line({ points, className }: LineProps) {
  return <path className={className} fill="none" d={linePath(points, usePlot())} />;
}
