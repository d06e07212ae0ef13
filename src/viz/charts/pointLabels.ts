import { sum } from 'd3-array';

/** A point of a plot and what stands beside it; px from the plot's top left corner. */
export type LabelledPoint = { readonly px: number; readonly py: number; readonly label: string };

/** Where a label's baseline begins or ends, px from the plot's corner. */
export type PointLabel = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

type Rectangle = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const lineHeight = 16;
/** From a label's baseline to the middle of its letters. */
const baseline = 5;
/** Places in the order in which they are tried: level with the point, then ever further above and below. */
const rises = [0, -1, 1, -2, 2].map((lines) => lines * lineHeight);

type Size = { readonly width: number; readonly fontSize: number; readonly radius: number };

/**
 * A label for each point that hides neither another label nor another point and stays inside the plot's width; null for a
 * label without room. The topmost point chooses first, so that labels which have to give way do so away from each other.
 * `width`, `fontSize` and the points' `radius` are px.
 */
export function pointLabelsOf(points: readonly LabelledPoint[], size: Size): readonly (PointLabel | null)[] {
  const marks = points.map(({ px, py }) => around(px, py, size.radius, size.radius));
  const taken: Rectangle[] = [];
  const chosen = new Map<LabelledPoint, PointLabel>();
  for (const point of points.toSorted((one, other) => one.py - other.py)) {
    const others = [...taken, ...marks.filter((_, index) => points[index] !== point)];
    const free = placesOf(point, size).find(({ covers }) => others.every((other) => !overlap(covers, other)));
    if (free === undefined) continue;
    taken.push(free.covers);
    chosen.set(point, free.label);
  }
  return points.map((point) => chosen.get(point) ?? null);
}

type Place = { readonly label: PointLabel; readonly covers: Rectangle };

/** Where the label of a point could stand inside the plot, the best first. */
function placesOf({ px, py, label }: LabelledPoint, { width, fontSize, radius }: Size): readonly Place[] {
  const reach = textWidth(label, fontSize);
  // Points at the right have their labels on the left where they can: there is more room.
  const sides = px > width * 0.6 ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const places = rises.flatMap((rise) =>
    sides.map((anchor) => {
      const gap = radius + (rise === 0 ? 5 : 1);
      const beside = anchor === 'start' ? px + gap : px - gap - reach;
      // Above and below its point a label may be shifted along, to stay inside.
      const left = rise === 0 ? beside : Math.max(0, Math.min(beside, width - reach));
      const covers = around(left + reach / 2, py + rise, reach / 2, lineHeight / 2);
      return { label: { x: anchor === 'start' ? left : left + reach, y: py + rise + baseline, anchor }, covers };
    }),
  );
  return places.filter(({ covers }) => covers.left >= 0 && covers.right <= width);
}

/** An estimate, so that the picture can be computed without a browser: full width for Chinese, 0.56 of the size for others. */
function textWidth(text: string, fontSize: number): number {
  return sum(Array.from(text), (letter) => (letter > '\u2e7f' ? 1 : 0.56) * fontSize);
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Rectangle {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
