import type { ChartPoint } from '../../../viz/charts/paths';
import { usePlot } from './plotScales';

export type Dot = ChartPoint & { readonly id: string; readonly className?: string | undefined };

type DotsProps = { readonly points: readonly Dot[]; readonly radius: number };

/** A circle of `radius` px for each point. */
export function Dots({ points, radius }: DotsProps) {
  const { x, y } = usePlot();
  return points.map(({ id, className, ...point }) => (
    <circle key={id} data-point={id} className={className} cx={x.at(point.x)} cy={y.at(point.y)} r={radius} />
  ));
}
