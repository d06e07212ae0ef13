import { line } from 'd3-shape';
import type { Point } from './narrowFeatures';

/** A square drawing of the plane, px: `ghost` is the original spiral as a path, `points` the recovered points. */
export type SpiralPanel = { readonly ghost: string; readonly points: readonly Point[] };

const margin = 8;

/** Scales both alike, so that a shrunken spiral looks smaller; the larger one fills the square of `side` px. */
export function spiralPanelOf(original: readonly Point[], projected: readonly Point[], side: number): SpiralPanel {
  const reach = Math.max(...[...original, ...projected].map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))), 1e-9);
  const scale = (side / 2 - margin) / reach;
  const placed = ({ x, y }: Point): Point => ({ x: round(side / 2 + x * scale), y: round(side / 2 - y * scale) });
  const drawn = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(2);
  return { ghost: drawn(original.map(placed)) ?? '', points: projected.map(placed) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
