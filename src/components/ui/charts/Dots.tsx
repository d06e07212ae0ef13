import type { ChartPoint } from '../../../viz/charts/paths';
import { usePlot } from './plotScales';

export type Dot = ChartPoint & {
  readonly id: string;
  /** Shown while the pointer rests on it. */
  readonly title?: string;
  readonly className?: string | undefined;
};

/** A circle of `radius` px for each point. */
export function Dots({ points, radius }: { readonly points: readonly Dot[]; readonly radius: number }) {
  const { x, y } = usePlot();
  return points.map(({ id, title, className, ...point }) => (
    <circle key={id} data-point={id} className={className} cx={x.at(point.x)} cy={y.at(point.y)} r={radius}>
      {title === undefined ? null : <title>{title}</title>}
    </circle>
  ));
}
