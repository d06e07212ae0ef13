import { scaleLinear } from 'd3-scale';
import { activationValue, curvePath, hardError, hardForm } from './activationCurves';

/** A band of the plot: one vertical scale, its ticks, and its curves as SVG paths. */
export type CurveBand = {
  readonly id: 'gates' | 'activations' | 'errors';
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
  readonly path: string;
  readonly valueAt: (x: number) => number;
};

/** The whole plot, in px of the drawing; x runs from -8 to 8. */
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

const width = 640;
const [left, right] = [44, width - 16];

/** Sigmoid, swish and their hard forms, and how far these are off, as three bands over one x axis. */
export function hardCurves(): HardCurves {
  const x = scaleLinear(plotDomain, [left, right]);
  const curve = (id: PlottedCurve['id'], kind: PlottedCurve['kind'], valueAt: (x: number) => number) => ({
    id,
    kind,
    valueAt,
  });
  const bands = [
    bandOf('gates', [14, 114], [0, 1], [0, 0.5, 1], x, [
      curve('sigmoid', 'smooth', (value) => activationValue('sigmoid', value)),
      curve('hardSigmoid', 'hard', (value) => activationValue(hardForm.sigmoid, value)),
    ]),
    bandOf('activations', [142, 322], [-0.5, 8], [0, 2, 4, 6, 8], x, [
      curve('swish', 'smooth', (value) => activationValue('swish', value)),
      curve('hardSwish', 'hard', (value) => activationValue(hardForm.swish, value)),
    ]),
    bandOf('errors', [350, 450], [-0.16, 0.16], [-0.1, 0, 0.1], x, [
      curve('sigmoidError', 'error', (value) => hardError('sigmoid', value)),
      curve('swishError', 'error', (value) => hardError('swish', value)),
    ]),
  ];
  return {
    width,
    height: 480,
    left,
    right,
    xOf: (value) => x(value),
    xAt: (place) => Math.min(Math.max(x.invert(place), plotDomain[0]), plotDomain[1]),
    bands,
  };
}

function bandOf(
  id: CurveBand['id'],
  [top, bottom]: readonly [number, number],
  domain: readonly [number, number],
  ticks: readonly number[],
  x: (value: number) => number,
  curves: readonly Omit<PlottedCurve, 'path'>[],
): CurveBand {
  const y = scaleLinear(domain, [bottom, top]);
  return {
    id,
    top,
    bottom,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    yOf: (value) => y(value),
    curves: curves.map((curve) => ({ ...curve, path: curvePath(curve.valueAt, plotDomain, x, y) })),
  };
}
