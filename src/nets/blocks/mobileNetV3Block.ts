import { activation, fullyConnected, globalAveragePool } from '../build';
import type { Node } from '../graph';
import { makeDivisible } from '../rounding';
import { convNorm, depthwiseConvNorm } from './convNorm';
import { invertedResidual } from './invertedResidual';

/** The epsilon that MobileNetV3 was trained with (torchvision, TF-slim). */
export const mobileNetV3Epsilon = 1e-3;

export type MobileNetV3BlockOptions = {
  readonly kernel: 3 | 5;
  readonly expandedChannels: number;
  readonly outChannels: number;
  readonly squeezeExcite: boolean;
  readonly gate?: 'after' | 'before';
  readonly activation: 'relu' | 'hardSwish';
  readonly stride: 1 | 2;
};

/**
 * MobileNetV2's inverted residual with squeeze-and-excite on the expanded channels and h-swish in the deeper half.
 * MobileNetV3, arXiv:1905.02244, section 3 and figure 4; the squeezed vector has a quarter of the expanded channels (5.3).
 */
export function mobileNetV3Block(id: string, from: Node, options: MobileNetV3BlockOptions): Node {
  const { squeezeExcite, ...rest } = options;
  const squeezeChannels = squeezeExcite ? squeezeChannelsOf(options.expandedChannels) : undefined;
  return invertedResidual(id, from, { ...rest, squeezeChannels, epsilon: mobileNetV3Epsilon });
}

/** Channels of the squeezed vector: a quarter, rounded to a multiple of 8. */
function squeezeChannelsOf(expandedChannels: number): number {
  return makeDivisible(expandedChannels / 4);
}

export type MobileNetV3TailOptions = {
  /** Channels of the last convolution before the pool: 960 (large), 576 (small). */
  readonly lastChannels: number;
  /** Width of the layer before the classifier: 1280 (large), 1024 (small). */
  readonly headChannels: number;
};

/**
 * The redesigned tail: expands, pools early, and runs the wide 1x1 convolution on one pixel instead of 7 x 7.
 * MobileNetV3, section 5.1, figure 5 (bottom). Returns the features that the classifier reads.
 */
export function redesignedTail(id: string, from: Node, options: MobileNetV3TailOptions): Node {
  const last = convNorm(`${id}.expand`, from, {
    outChannels: options.lastChannels,
    kernel: 1,
    activation: 'hardSwish',
    epsilon: mobileNetV3Epsilon,
  });
  const head = fullyConnected(`${id}.head`, globalAveragePool(`${id}.pool`, last), options.headChannels);
  return activation(`${id}.activation`, head, 'hardSwish');
}

/**
 * The tail before the redesign, as in MobileNetV2: expand, depthwise 3x3, project to 320, widen on the full map, pool.
 * MobileNetV3, section 5.1, figure 5 (top).
 */
export function originalTail(
  id: string,
  from: Node,
  options: MobileNetV3TailOptions & { readonly projectedChannels: number },
): Node {
  const shared = { kernel: 1, epsilon: mobileNetV3Epsilon } as const;
  const expanded = convNorm(`${id}.expand`, from, {
    ...shared,
    outChannels: options.lastChannels,
    activation: 'hardSwish',
  });
  const spatial = depthwiseConvNorm(`${id}.depthwise`, expanded, { ...shared, kernel: 3, activation: 'hardSwish' });
  const projected = convNorm(`${id}.project`, spatial, { ...shared, outChannels: options.projectedChannels });
  const widened = convNorm(`${id}.widen`, projected, {
    ...shared,
    outChannels: options.headChannels,
    activation: 'hardSwish',
  });
  return globalAveragePool(`${id}.pool`, widened);
}
