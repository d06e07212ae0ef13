import type { Point } from './narrowFeatures';

/** A sheet with a spiral on it, tilted into three channels and seen from outside: polylines in px around the origin. */
export type TiltedSheet = {
  /** Lines of the sheet's grid. */
  readonly grid: readonly (readonly Point[])[];
  readonly spiral: readonly Point[];
  /** The positive ends of the three channels' axes. */
  readonly axes: readonly Point[];
  /** The upper and lower edge of all of it, before ReLU as after. */
  readonly top: number;
  readonly bottom: number;
};

type Vector = readonly [number, number, number];

const lines = 9;
/** Points along a line of the grid: enough for the folds that ReLU makes. */
const samples = 40;

/**
 * Embeds points of a plane in three channels, by the rows of `directions`, applies ReLU or nothing, and draws them in an
 * isometric view.
 * @param radius of the spiral
 * @param width of the drawing, px
 */
export function tiltedSheetOf(
  directions: readonly Point[],
  spiral: readonly Point[],
  { isActivated, radius, width }: { readonly isActivated: boolean; readonly radius: number; readonly width: number },
): TiltedSheet {
  const embed = (point: Point, clips: boolean): Vector => {
    const [first = 0, second = 0, third = 0] = directions.map(({ x, y }) => {
      const value = x * point.x + y * point.y;
      return clips ? Math.max(0, value) : value;
    });
    return [first, second, third];
  };
  const axis = radius * 1.5;
  const tips = (
    [
      [axis, 0, 0],
      [0, axis, 0],
      [0, 0, axis],
    ] as const
  ).map((tip) => isometric(tip, 1));
  const corners = [-radius, radius].flatMap((x) => [-radius, radius].map((y) => isometric(embed({ x, y }, false), 1)));
  const ys = [...tips, ...corners].map(({ y }) => y);
  const scale = width / (2 * Math.max(...[...tips, ...corners].map(({ x }) => Math.abs(x))));
  const draw = (point: Point): Point => isometric(embed(point, isActivated), scale);
  const ends = Array.from({ length: lines }, (_, at) => radius * ((2 * at) / (lines - 1) - 1));
  const along = Array.from({ length: samples + 1 }, (_, at) => radius * ((2 * at) / samples - 1));
  const grid = ends.flatMap((end) => [
    along.map((at) => draw({ x: at, y: end })),
    along.map((at) => draw({ x: end, y: at })),
  ]);
  const axes = tips.map(({ x, y }) => ({ x: scale * x, y: scale * y }));
  return { grid, spiral: spiral.map(draw), axes, top: scale * Math.min(...ys), bottom: scale * Math.max(...ys) };
}

/** The first two channels run to both sides, the third up. */
function isometric([first, second, third]: Vector, scale: number): Point {
  const slope = Math.PI / 6;
  return {
    x: scale * (second - first) * Math.cos(slope),
    y: scale * ((first + second) * Math.sin(slope) - third),
  };
}
