import type { ActivationFunction } from '../../nets/op';

/** The value of an activation function at x, in double precision. MobileNetV3, arXiv:1905.02244, section 5.2. */
export function activationValue(curve: ActivationFunction, x: number): number {
  switch (curve) {
    case 'relu':
      return Math.max(0, x);
    case 'relu6':
      return Math.min(Math.max(0, x), 6);
    case 'sigmoid':
      return 1 / (1 + Math.exp(-x));
    case 'hardSigmoid':
      return activationValue('relu6', x + 3) / 6;
    case 'swish':
      return x * activationValue('sigmoid', x);
    case 'hardSwish':
      return x * activationValue('hardSigmoid', x);
  }
}

/** The hard form minus the smooth one at x. */
export function hardError(pair: 'sigmoid' | 'swish', x: number): number {
  return activationValue(hardForm[pair], x) - activationValue(pair, x);
}

export const hardForm = { sigmoid: 'hardSigmoid', swish: 'hardSwish' } as const;

/**
 * The x in [0, bound] where the hard form differs most from the smooth one, and by how much: the best place of a grid, then
 * the largest between its neighbours, to the last digits of a double. Left of 0 it differs as much.
 */
export function largestError(pair: 'sigmoid' | 'swish', bound = 8): { readonly x: number; readonly error: number } {
  const errorAt = (x: number): number => Math.abs(hardError(pair, x));
  const places = Array.from({ length: gridSteps + 1 }, (_, step) => (bound * step) / gridSteps);
  const best = places.reduce((max, x) => (errorAt(x) > errorAt(max) ? x : max), 0);
  let [low, high] = [Math.max(0, best - bound / gridSteps), Math.min(bound, best + bound / gridSteps)];
  // The error has one peak between the neighbours: the lower third of two inner places holds none of it.
  while (high - low > 1e-7) {
    const third = (high - low) / 3;
    if (errorAt(low + third) < errorAt(high - third)) low += third;
    else high -= third;
  }
  const x = (low + high) / 2;
  // A corner is on the grid, and higher than what lies beside it.
  return errorAt(best) >= errorAt(x) ? { x: best, error: errorAt(best) } : { x, error: errorAt(x) };
}

/** Corners of the hard forms lie at whole numbers, which are on the grid. */
const gridSteps = 256;
