/** One thing's places in several orders. */
export type BumpLine = {
  readonly id: string;
  /** From 0, in each order. */
  readonly places: readonly number[];
  readonly points: readonly (readonly [x: number, y: number])[];
  /** A smooth line through the points, level at each. */
  readonly path: string;
};

export type BumpSize = {
  /** Of the whole drawing, in px. */
  readonly width: number;
  readonly rowHeight: number;
  /** Kept free at the left and right, for names. */
  readonly margins: readonly [left: number, right: number];
};

/**
 * A bump chart: the same things in several orders side by side, each joined by a line.
 * @param orders ids, the first of each on top
 */
export function bumpLines(
  orders: readonly (readonly string[])[],
  { width, rowHeight, margins }: BumpSize,
): readonly BumpLine[] {
  const [left, right] = margins;
  const apart = (width - left - right) / Math.max(orders.length - 1, 1);
  return (orders[0] ?? []).map((id) => {
    const places = orders.map((order) => order.indexOf(id));
    const points = places.map((place, at) => [left + at * apart, (place + 0.5) * rowHeight] as const);
    return { id, places, points, path: pathThrough(points) };
  });
}

function pathThrough(points: readonly (readonly [number, number])[]): string {
  const texts = points.map(([x, y], at) => {
    const before = points[at - 1];
    if (before === undefined) return `M${x} ${y}`;
    const middle = (before[0] + x) / 2;
    return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
  });
  return texts.join('');
}
