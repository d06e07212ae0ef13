import { medianOf } from '../../nets/measurements/spread';
import { logAxis, type NumberAxis, type Interval } from './axis';
import type { ChartPoint } from './paths';

/**
 * Axes for measured times in milliseconds (y) against a counted cost (x), both logarithmic, so that equal ratios are equal
 * distances. `proportion` is where points would be if time were proportional to cost: a line of slope 1 through the median
 * ratio, from edge to edge; without points it is empty.
 */
export function latencyAxes(points: readonly ChartPoint[]): {
  readonly x: NumberAxis;
  readonly y: NumberAxis;
  readonly proportion: readonly ChartPoint[];
} {
  const x = logAxis(padded(points.map(({ x: cost }) => cost)));
  const ratio = points.length === 0 ? undefined : medianOf(points.map(({ x, y }) => y / x));
  return {
    x,
    y: logAxis(padded(points.map(({ y }) => y))),
    proportion: ratio === undefined ? [] : x.domain.map((cost) => ({ x: cost, y: cost * ratio })),
  };
}

/** Some room on both sides of the values. */
function padded(values: readonly number[]): Interval {
  return values.length === 0 ? [1, 10] : [Math.min(...values) / 1.6, Math.max(...values) * 1.6];
}
