import { scaleLinear, scaleLog } from 'd3-scale';

export type ScatterDatum = { readonly id: string; readonly x: number; readonly y: number };
export type ScatterPoint = ScatterDatum & { readonly px: number; readonly py: number };
export type ScatterTick = { readonly value: number; readonly at: number };
export type Scatter = {
  readonly points: readonly ScatterPoint[];
  readonly xTicks: readonly ScatterTick[];
  readonly yTicks: readonly ScatterTick[];
};

/** Points over a logarithmic x and a linear y, in a box of `width` x `height` px with its origin at the top left. */
export function tradeoffScatterOf(
  data: readonly ScatterDatum[],
  { width, height }: { readonly width: number; readonly height: number },
): Scatter {
  const xs = data.map(({ x }) => x);
  const ys = data.map(({ y }) => y);
  const xScale = scaleLog([Math.min(...xs) * 0.8, Math.max(...xs) * 1.25], [0, width]);
  const yScale = scaleLinear([Math.min(...ys) - 2, Math.max(...ys) + 2], [height, 0]);
  const decades = xScale.ticks().filter((value) => [1, 2, 5].includes(Number(value.toExponential().charAt(0))));
  return {
    points: data.map((datum) => ({ ...datum, px: xScale(datum.x), py: yScale(datum.y) })),
    xTicks: decades.map((value) => ({ value, at: xScale(value) })),
    yTicks: yScale.ticks(6).map((value) => ({ value, at: yScale(value) })),
  };
}
