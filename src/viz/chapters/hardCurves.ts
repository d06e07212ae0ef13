import { scaleLinear } from 'd3-scale';
import { activationValue, curvePath, hardError, hardForm } from './activationCurves';

/** A band of the plot: one vertical scale, its ticks, and its curves as SVG paths. */
export type CurveBand = {
  readonly id: 'gates' | 'activations' | 'errors';
  /** Centre of the line with the band's title, above its curves. */
  readonly titleY: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly yOf: (value: number) => number;
  readonly curves: readonly PlottedCurve[];
};

/** `smooth` functions need an exponential, `hard` ones only a clip; `error` is hard minus smooth. */
export type PlottedCurve = {
  readonly id: 'sigmoid' | 'hardSigmoid' | 'swish' | 'hardSwish' | 'sigmoidError' | 'swishError';
  readonly kind: 'smooth' | 'hard' | 'error';
  /** Where its entry of the legend begins. */
  readonly legend: { readonly x: number; readonly y: number };
  readonly path: string;
  readonly valueAt: (x: number) => number;
};

/** The whole plot, in CSS px; x runs from -8 to 8. */
export type HardCurves = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly xOf: (x: number) => number;
  /** The x at a place of the drawing, kept inside the plot. */
  readonly xAt: (place: number) => number;
  readonly bands: readonly CurveBand[];
};

const plotDomain = [-8, 8] as const;

const left = 36;
/** Below a band, and below the last one for the numbers of the x axis. */
const gap = 14;
const axisHeight = 34;
/** A line of title or legend. */
const lineHeight = 22;
/** Width of a legend entry, and from where on both fit beside the title. */
const entryWidth = 172;
const roomyWidth = 520;

type Curves = readonly Omit<PlottedCurve, 'path' | 'legend'>[];

const specs = [
  {
    id: 'gates',
    height: 90,
    domain: [0, 1],
    ticks: [0, 0.5, 1],
    curves: [
      curve('sigmoid', 'smooth', (x) => activationValue('sigmoid', x)),
      curve('hardSigmoid', 'hard', (x) => activationValue(hardForm.sigmoid, x)),
    ],
  },
  {
    id: 'activations',
    height: 160,
    domain: [-0.5, 8],
    ticks: [0, 2, 4, 6, 8],
    curves: [
      curve('swish', 'smooth', (x) => activationValue('swish', x)),
      curve('hardSwish', 'hard', (x) => activationValue(hardForm.swish, x)),
    ],
  },
  {
    id: 'errors',
    height: 90,
    domain: [-0.16, 0.16],
    ticks: [-0.1, 0, 0.1],
    curves: [
      curve('sigmoidError', 'error', (x) => hardError('sigmoid', x)),
      curve('swishError', 'error', (x) => hardError('swish', x)),
    ],
  },
] as const;

/** Sigmoid, swish and their hard forms, and how far these are off, as three bands over one x axis, `width` CSS px wide. */
export function hardCurves(width: number): HardCurves {
  const right = width - 8;
  const x = scaleLinear(plotDomain, [left, right]);
  const isRoomy = width >= roomyWidth;
  const headHeight = (isRoomy ? 1 : 2) * lineHeight + 6;
  const entryX = isRoomy ? [right - 2 * entryWidth, right - entryWidth] : [0, width / 2];
  const bands = specs.map(({ id, height, domain, ticks, curves }, index): CurveBand => {
    const above = specs.slice(0, index).reduce((sum, spec) => sum + headHeight + spec.height + gap, 0);
    const top = above + headHeight;
    const bottom = top + height;
    const y = scaleLinear(domain, [bottom, top]);
    return {
      id,
      titleY: above + lineHeight / 2,
      top,
      bottom,
      ticks: ticks.map((value) => ({ value, y: y(value) })),
      yOf: (value) => y(value),
      curves: curves.map((each, place) => ({
        ...each,
        legend: { x: entryX[place] ?? 0, y: top - 6 - lineHeight / 2 },
        path: curvePath(each.valueAt, plotDomain, x, y),
      })),
    };
  });
  return {
    width,
    height: (bands.at(-1)?.bottom ?? 0) + axisHeight,
    left,
    right,
    xOf: (value) => x(value),
    xAt: (place) => Math.min(Math.max(x.invert(place), plotDomain[0]), plotDomain[1]),
    bands,
  };
}

function curve(id: PlottedCurve['id'], kind: PlottedCurve['kind'], valueAt: (x: number) => number): Curves[number] {
  return { id, kind, valueAt };
}
