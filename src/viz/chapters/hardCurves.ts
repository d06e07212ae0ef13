import { scaleOf, type NumberAxis } from '../charts/axis';
import { curvePoints, type ChartPoint } from '../charts/paths';
import { activationValue, hardError, hardForm } from './activationValue';

/** A band of the plot: a y axis, its curves, and the places of its title and legend. */
export type CurveBand = {
  readonly id: 'gates' | 'activations' | 'errors';
  readonly y: NumberAxis;
  readonly curves: readonly PlottedCurve[];
  /** The top of the band's head (title and legend) in the picture, and the heights of head and plot, px. */
  readonly top: number;
  readonly headHeight: number;
  readonly height: number;
  /** The middle of the title, and the left end of each curve's legend entry, px in the picture. */
  readonly titleY: number;
  readonly legend: readonly { readonly x: number; readonly y: number }[];
};

/** `smooth` functions need an exponential, `hard` ones only a clip; `error` is hard minus smooth. */
export type PlottedCurve = {
  readonly id: 'sigmoid' | 'hardSigmoid' | 'swish' | 'hardSwish' | 'sigmoidError' | 'swishError';
  readonly kind: 'smooth' | 'hard' | 'error';
  readonly valueAt: (x: number) => number;
  readonly points: readonly ChartPoint[];
};

const domain = [-8, 8] as const;

/** The x axis of all bands. */
export const curveAxis: NumberAxis = { kind: 'linear', domain, ticks: [-8, -6, -4, -2, 0, 2, 4, 6, 8] };

/** Left and right of the curves, px. */
export const curveMargin = { left: 36, right: 8 };

/** Px below a band; below the last one are the numbers of the x axis. */
const gap = 14;
const axisHeight = 36;
/** A line of title or legend. */
const lineHeight = 22;
/** Width of a legend entry, and of the narrowest picture with both entries beside the title. */
const entryWidth = 188;
const roomyWidth = 560;

const bands = [
  {
    id: 'gates',
    height: 90,
    y: { kind: 'linear', domain: [0, 1], ticks: [0, 0.5, 1] },
    curves: [
      curve('sigmoid', 'smooth', (x) => activationValue('sigmoid', x)),
      curve('hardSigmoid', 'hard', (x) => activationValue(hardForm.sigmoid, x)),
    ],
  },
  {
    id: 'activations',
    height: 160,
    y: { kind: 'linear', domain: [-0.5, 8], ticks: [0, 2, 4, 6, 8] },
    curves: [
      curve('swish', 'smooth', (x) => activationValue('swish', x)),
      curve('hardSwish', 'hard', (x) => activationValue(hardForm.swish, x)),
    ],
  },
  {
    id: 'errors',
    height: 90,
    y: { kind: 'linear', domain: [-0.16, 0.16], ticks: [-0.1, 0, 0.1] },
    curves: [
      curve('sigmoidError', 'error', (x) => hardError('sigmoid', x)),
      curve('swishError', 'error', (x) => hardError('swish', x)),
    ],
  },
] as const;

/** A band's height on a screen, over its height on a page: three bands stand on it in large type. */
const lowShare = 0.62;

/** Sigmoid, swish, their hard forms and the errors of those, as three bands over one x axis, `width` px wide. */
export function hardCurves(
  width: number,
  isLow = false,
): { readonly height: number; readonly bands: readonly CurveBand[] } {
  const drawn = bands.map((band) => ({ ...band, height: band.height * (isLow ? lowShare : 1) }));
  const isRoomy = width >= roomyWidth;
  const headHeight = (isRoomy ? 1 : 2) * lineHeight + 6;
  const right = width - curveMargin.right;
  const entryX = isRoomy ? [right - 2 * entryWidth, right - entryWidth] : [0, width / 2];
  const placed = drawn.map((band, index): CurveBand => {
    const top = drawn.slice(0, index).reduce((sum, { height }) => sum + headHeight + height + gap, 0);
    const legend = entryX.map((x) => ({ x, y: top + headHeight - 6 - lineHeight / 2 }));
    return { ...band, top, headHeight, titleY: top + lineHeight / 2, legend };
  });
  const last = placed.at(-1);
  return { height: (last === undefined ? 0 : last.top + headHeight + last.height) + axisHeight, bands: placed };
}

/** The x at a px of a picture `width` px wide, kept inside the axis. */
export function curveXAt(px: number, width: number): number {
  const [from, to] = domain;
  const x = scaleOf(curveAxis, [curveMargin.left, width - curveMargin.right]);
  const share = (px - x.at(from)) / (x.at(to) - x.at(from));
  return Math.min(Math.max(from + share * (to - from), from), to);
}

function curve(id: PlottedCurve['id'], kind: PlottedCurve['kind'], valueAt: (x: number) => number): PlottedCurve {
  return { id, kind, valueAt, points: curvePoints(valueAt, domain) };
}
