import type { PaddingRule } from '../build';
import { activation as activate, add } from '../build';
import type { Node } from '../graph';
import type { ActivationFunction } from '../op';
import { convNorm, depthwiseConvNorm } from './convNorm';
import { squeezeExcite } from './squeezeExcite';

export type InvertedResidualOptions = {
  /** Channels inside the block; if equal to the input's, there is no expansion convolution. */
  readonly expandedChannels: number;
  readonly outChannels: number;
  readonly stride: 1 | 2;
  readonly kernel?: 3 | 5;
  readonly activation?: ActivationFunction;
  /** Channels of the squeezed vector; without it there is no squeeze-and-excite. */
  readonly squeezeChannels?: number | undefined;
  /** Where squeeze-and-excite reads: after the activation of the depthwise convolution, or before it. */
  readonly gate?: 'after' | 'before';
  readonly epsilon?: number;
  /** Padding of the depthwise convolution; PyTorch's by default. */
  readonly padding?: PaddingRule;
};

/**
 * Widens by 1x1, convolves depthwise, narrows by 1x1 without an activation (the linear bottleneck), and adds the input if
 * the shapes match: narrow, wide, narrow. MobileNetV2, arXiv:1801.04381, sections 3.2 and 3.3.
 */
export function invertedResidual(id: string, from: Node, options: InvertedResidualOptions): Node {
  const {
    expandedChannels,
    outChannels,
    stride,
    kernel = 3,
    activation = 'relu6',
    squeezeChannels,
    gate = 'after',
    epsilon,
    padding = 'symmetric',
  } = options;
  const expanded =
    expandedChannels === from.shape.channels
      ? from
      : convNorm(`${id}.expand`, from, { outChannels: expandedChannels, kernel: 1, activation, epsilon });
  const isGatedFirst = squeezeChannels !== undefined && gate === 'before';
  const spatial = depthwiseConvNorm(`${id}.depthwise`, expanded, {
    ...{ kernel, stride, padding, epsilon },
    activation: isGatedFirst ? undefined : activation,
  });
  const gated =
    squeezeChannels === undefined ? spatial : squeezeExcite(`${id}.squeezeExcite`, spatial, { squeezeChannels });
  const weighed = isGatedFirst ? activate(`${id}.depthwise.activation`, gated, activation) : gated;
  const projected = convNorm(`${id}.project`, weighed, { outChannels, kernel: 1, epsilon });
  return stride === 1 && from.shape.channels === outChannels ? add(`${id}.add`, [from, projected]) : projected;
}
