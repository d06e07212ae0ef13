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

/** The x in [-bound, bound] where the hard form differs most from the smooth one, on a grid of 1/256, and by how much. */
export function largestError(pair: 'sigmoid' | 'swish', bound = 8): { readonly x: number; readonly error: number } {
  const steps = Math.round(bound * 256);
  let largest = { x: 0, error: 0 };
  for (let step = 0; step <= steps; step += 1) {
    const x = step / 256;
    const error = Math.abs(hardError(pair, x));
    if (error > largest.error) largest = { x, error };
  }
  return largest;
}
