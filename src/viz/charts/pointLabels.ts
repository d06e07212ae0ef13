import { range } from 'd3-array';
import { textWidth } from './textWidth';

/** A point of a plot and its label, px from the plot's top left corner. */
export type LabelledPoint = {
  readonly px: number;
  readonly py: number;
  /** Empty for a point that only must not be covered. */
  readonly label: string;
  /** Whether its label gives way to those of all others. */
  readonly isQuiet?: boolean;
};

/** The start or end of a label's baseline, px from the plot's top left corner. */
export type PointLabel = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

type Rectangle = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const lineHeight = 18;
/** From the middle of a label's letters down to its baseline. */
const baseline = 5;
/** Candidate offsets in order: level with the point, then further and further above and below. */
const rises = [0, -1, 1, -2, 2].map((lines) => lines * lineHeight);

type Size = { readonly width: number; readonly fontSize: number; readonly radius: number };

/**
 * Places a label beside each point, inside the plot and off other labels and points; null where there is no room. Quiet
 * points choose last; of the others, and of those, the topmost first, so that crowded labels move apart. `width`, `fontSize` and `radius` are px.
 */
export function pointLabelsOf(points: readonly LabelledPoint[], size: Size): readonly (PointLabel | null)[] {
  const covered = coveredCells();
  for (const { px, py } of points) covered.add(around(px, py, size.radius, size.radius));
  const chosen = new Map<LabelledPoint, PointLabel>();
  const inTurn = points.toSorted((one, other) => rank(one) - rank(other) || one.py - other.py);
  for (const point of inTurn) {
    if (point.label === '') continue;
    // A place beside its point never covers that point's own mark.
    const free = placesOf(point, size).find(({ covers }) => !covered.has(covers));
    if (free === undefined) continue;
    covered.add(free.covers);
    chosen.set(point, free.label);
  }
  return points.map((point) => chosen.get(point) ?? null);
}

function rank({ isQuiet = false }: LabelledPoint): number {
  return isQuiet ? 1 : 0;
}

type Place = { readonly label: PointLabel; readonly covers: Rectangle };

/** The candidate places of a point's label inside the plot, best first. */
function placesOf({ px, py, label }: LabelledPoint, { width, fontSize, radius }: Size): readonly Place[] {
  const reach = textWidth(label, fontSize);
  // Right of the middle, there is more room on the left.
  const sides = px > width * 0.6 ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const places = rises.flatMap((rise) =>
    sides.map((anchor) => {
      const gap = radius + (rise === 0 ? 5 : 1);
      const beside = anchor === 'start' ? px + gap : px - gap - reach;
      // Above or below its point, a label may shift sideways to stay inside.
      const left = rise === 0 ? beside : Math.max(0, Math.min(beside, width - reach));
      const covers = around(left + reach / 2, py + rise, reach / 2, lineHeight / 2);
      return { label: { x: anchor === 'start' ? left : left + reach, y: py + rise + baseline, anchor }, covers };
    }),
  );
  return places.filter(({ covers }) => covers.left >= 0 && covers.right <= width);
}

/** Side of a cell in px: about a label's height. */
const cellSide = 32;

/** Rectangles by the cells that they reach, so that thousands of points need not be compared with each other. */
function coveredCells() {
  const cells = new Map<string, Rectangle[]>();
  const cellsOf = ({ left, right, top, bottom }: Rectangle): readonly string[] => {
    const at = (px: number): number => Math.floor(px / cellSide);
    return range(at(left), at(right) + 1).flatMap((column) =>
      range(at(top), at(bottom) + 1).map((row) => `${column} ${row}`),
    );
  };
  return {
    add: (rectangle: Rectangle): void => {
      for (const cell of cellsOf(rectangle)) {
        const covering = cells.get(cell);
        if (covering === undefined) cells.set(cell, [rectangle]);
        else covering.push(rectangle);
      }
    },
    has: (rectangle: Rectangle): boolean =>
      cellsOf(rectangle).some((cell) => cells.get(cell)?.some((other) => overlap(rectangle, other)) === true),
  };
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Rectangle {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
