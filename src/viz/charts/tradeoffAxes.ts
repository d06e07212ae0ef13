import { linearAxis, logAxis, type NumberAxis } from './axis';
import type { ChartPoint } from './paths';

/** Axes for accuracy in per cent (y) against a counted cost (x), a tenfold cost always the same distance further. */
export function tradeoffAxes(points: readonly ChartPoint[]): { readonly x: NumberAxis; readonly y: NumberAxis } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    x: logAxis([Math.min(...xs) * 0.8, Math.max(...xs) * 1.25]),
    y: linearAxis([Math.min(...ys) - 2, Math.max(...ys) + 2], 6),
  };
}
