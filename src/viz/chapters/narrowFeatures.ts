import { normalNumbers } from './randomNumbers';

/**
 * How much of low-dimensional features survives an activation: a spiral in the plane is embedded in n dimensions by a
 * random matrix T, activated, and projected back by the pseudo-inverse of T. MobileNetV2, arXiv:1801.04381, figure 1.
 */
export type NarrowFeatures = {
  readonly original: readonly Point[];
  /** Row i of T: the direction in the plane that channel i measures. */
  readonly directions: readonly Point[];
  readonly outcomes: Readonly<Record<NarrowActivation, Outcome>>;
};

export type Point = { readonly x: number; readonly y: number };

export const narrowActivations = ['linear', 'relu', 'relu6'] as const;
export type NarrowActivation = (typeof narrowActivations)[number];

export type Outcome = {
  /** The points after activation, back in the plane. */
  readonly points: readonly Point[];
  /**
   * For each point, whether it is lost: fewer than two channels pass its value unclipped, so a whole line or region of
   * points maps to the same n numbers and no later layer can tell them apart.
   */
  readonly collapsed: readonly boolean[];
  /** The fraction of points that are not lost. */
  readonly recoverable: number;
  /**
   * The share of the spiral's variance that the best linear map from the projected to the original points explains, 0 to 1:
   * the information that the next 1x1 convolution can still use.
   */
  readonly explained: number;
};

export type NarrowFeaturesOptions = {
  /** n, at least 2. */
  readonly dimensions: number;
  readonly seed: number;
  /** Radius of the spiral. Channels are normal with a deviation of up to this, so from about 3 on ReLU6 clips the top. */
  readonly radius: number;
  readonly pointCount?: number;
};

/** The experiment's outcomes for the three activations on one T. */
export function narrowFeaturesOf({
  dimensions,
  seed,
  radius,
  pointCount = 240,
}: NarrowFeaturesOptions): NarrowFeatures {
  const normal = normalNumbers(seed);
  const directions = Array.from({ length: dimensions }, () => ({ x: normal(), y: normal() }));
  const original = spiral(pointCount, radius);
  const outcome = (activation: NarrowActivation) => outcomeOf(original, directions, activation);
  return {
    original,
    directions,
    outcomes: { linear: outcome('linear'), relu: outcome('relu'), relu6: outcome('relu6') },
  };
}

/**
 * The average fraction of the plane that ReLU loses after a random T with n rows: each channel independently passes half of
 * the plane, and a point is lost when fewer than two channels pass it.
 */
export function expectedCollapse(dimensions: number): number {
  return (dimensions + 1) / 2 ** dimensions;
}

/** The value of an activation. */
export function activated(activation: NarrowActivation, value: number): number {
  switch (activation) {
    case 'linear':
      return value;
    case 'relu':
      return Math.max(0, value);
    case 'relu6':
      return Math.min(Math.max(0, value), 6);
  }
}

/** The values along the points of the channel whose row of T is `direction`, before the activation. */
export function channelValues(points: readonly Point[], direction: Point): readonly number[] {
  return points.map((point) => dot(point, direction));
}

/** Two and a half turns of an Archimedean spiral, with points evenly spaced along it. */
function spiral(count: number, radius: number): readonly Point[] {
  const turns = 2.5;
  return Array.from({ length: count }, (_, index) => {
    const along = Math.sqrt((index + 0.5) / count);
    const angle = along * turns * 2 * Math.PI;
    return { x: radius * along * Math.cos(angle), y: radius * along * Math.sin(angle) };
  });
}

function outcomeOf(original: readonly Point[], directions: readonly Point[], activation: NarrowActivation): Outcome {
  const back = pseudoInverse(directions);
  const collapsed: boolean[] = [];
  const points = original.map((point) => {
    let [x, y, passed] = [0, 0, 0];
    for (const [index, direction] of directions.entries()) {
      const before = dot(point, direction);
      const after = activated(activation, before);
      if (after === before) passed += 1;
      x += (back[index]?.x ?? 0) * after;
      y += (back[index]?.y ?? 0) * after;
    }
    // Two random directions are never parallel, so two unclipped channels determine the point.
    collapsed.push(passed < 2);
    return { x, y };
  });
  const recoverable = collapsed.filter((isLost) => !isLost).length / collapsed.length;
  return { points, collapsed, recoverable, explained: explainedVariance(points, original) };
}

/** The columns of (T^T T)^-1 T^T for the rows of T. */
function pseudoInverse(rows: readonly Point[]): readonly Point[] {
  const inverse = inverted(gram(rows));
  return rows.map((row) => applied(inverse, row));
}

type Symmetric = { readonly xx: number; readonly xy: number; readonly yy: number };

function gram(points: readonly Point[]): Symmetric {
  return points.reduce((sum, { x, y }) => ({ xx: sum.xx + x * x, xy: sum.xy + x * y, yy: sum.yy + y * y }), {
    xx: 0,
    xy: 0,
    yy: 0,
  });
}

/** The inverse, or for a singular matrix the pseudo-inverse along its only direction. */
function inverted({ xx, xy, yy }: Symmetric): Symmetric {
  const determinant = xx * yy - xy * xy;
  const trace = xx + yy;
  if (trace === 0) return { xx: 0, xy: 0, yy: 0 };
  if (determinant <= 1e-12 * trace * trace) {
    const squared = trace * trace;
    return { xx: xx / squared, xy: xy / squared, yy: yy / squared };
  }
  return { xx: yy / determinant, xy: -xy / determinant, yy: xx / determinant };
}

function applied({ xx, xy, yy }: Symmetric, { x, y }: Point): Point {
  return { x: xx * x + xy * y, y: xy * x + yy * y };
}

function dot(a: Point, b: Point): number {
  return a.x * b.x + a.y * b.y;
}

/** 1 - residual / total of the least-squares map (with offset) from `from` to `to`. */
function explainedVariance(from: readonly Point[], to: readonly Point[]): number {
  const sources = centred(from);
  const targets = centred(to);
  const inverse = inverted(gram(sources));
  let explained = 0;
  for (const axis of ['x', 'y'] as const) {
    const cross = sources.reduce(
      (sum, source, index) => {
        const target = targets[index]?.[axis] ?? 0;
        return { x: sum.x + source.x * target, y: sum.y + source.y * target };
      },
      { x: 0, y: 0 },
    );
    explained += dot(cross, applied(inverse, cross));
  }
  const { xx, yy } = gram(targets);
  return Math.min(1, explained / (xx + yy));
}

function centred(points: readonly Point[]): readonly Point[] {
  const total = points.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
  return points.map(({ x, y }) => ({ x: x - total.x / points.length, y: y - total.y / points.length }));
}
