import { median } from 'd3-array';
import { scaleLog } from 'd3-scale';

/** A counted cost (x) and a measured time in milliseconds (y), both above zero. */
export type LatencyDatum = { readonly id: string; readonly x: number; readonly y: number };

export type LatencyScatter = {
  readonly points: readonly (LatencyDatum & { readonly px: number; readonly py: number })[];
  readonly xTicks: readonly { readonly value: number; readonly at: number }[];
  readonly yTicks: readonly { readonly value: number; readonly at: number }[];
  /** Where points would lie if time went with the cost: a line of slope 1 through the median ratio; null without points. */
  readonly proportion: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
};

/** Both axes are logarithmic, so that equal ratios are equal distances; box of `width` x `height` px, origin top left. */
export function latencyScatterOf(
  data: readonly LatencyDatum[],
  { width, height }: { readonly width: number; readonly height: number },
): LatencyScatter {
  const x = scaleLog(padded(data.map((datum) => datum.x)), [0, width]);
  const y = scaleLog(padded(data.map((datum) => datum.y)), [height, 0]);
  const ratio = median(data, (datum) => datum.y / datum.x);
  const ends = x.domain().map((cost) => ({ x: x(cost), y: y(cost * (ratio ?? 1)) }));
  const [from = { x: 0, y: 0 }, to = { x: 0, y: 0 }] = ends;
  return {
    points: data.map((datum) => ({ ...datum, px: x(datum.x), py: y(datum.y) })),
    xTicks: round(x.ticks()).map((value) => ({ value, at: x(value) })),
    yTicks: round(y.ticks()).map((value) => ({ value, at: y(value) })),
    proportion: ratio === undefined ? null : { x1: from.x, y1: from.y, x2: to.x, y2: to.y },
  };
}

/** A little more than the values need, and never nothing. */
function padded(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [1, 10] : [Math.min(...values) / 1.6, Math.max(...values) * 1.6];
}

function round(ticks: readonly number[]): readonly number[] {
  return ticks.filter((value) => [1, 2, 5].includes(Number(value.toExponential().charAt(0))));
}
