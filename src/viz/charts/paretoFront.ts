import type { ChartPoint } from './paths';

/**
 * The points that no other beats: for each, no point has at most its x and a greater y, or a smaller x and at least its y.
 * From the left; x is a cost, y a merit.
 */
export function paretoFront<P extends ChartPoint>(points: readonly P[]): readonly P[] {
  const front: P[] = [];
  for (const point of points.toSorted((one, other) => one.x - other.x || other.y - one.y)) {
    if (point.y > (front.at(-1)?.y ?? -Infinity)) front.push(point);
  }
  return front;
}
