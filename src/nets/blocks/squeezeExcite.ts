import { activation, conv, globalAveragePool, scale } from '../build';
import type { Node } from '../graph';

/**
 * Scales every channel by a gate computed from the means of all: pool, narrow, ReLU, widen, hard sigmoid, multiply.
 * Hu et al., arXiv:1709.01507, section 3; with the hard sigmoid of MobileNetV3, arXiv:1905.02244, section 5.3.
 */
export function squeezeExcite(id: string, from: Node, options: { readonly squeezeChannels: number }): Node {
  const means = globalAveragePool(`${id}.pool`, from);
  const squeezed = conv(`${id}.reduce.conv`, means, { outChannels: options.squeezeChannels, kernel: 1, bias: true });
  const active = activation(`${id}.reduce.activation`, squeezed, 'relu');
  const excited = conv(`${id}.expand.conv`, active, { outChannels: from.shape.channels, kernel: 1, bias: true });
  return scale(`${id}.scale`, from, activation(`${id}.expand.activation`, excited, 'hardSigmoid'));
}
