import type { ConvOptions } from '../build';
import { activation, batchNorm, conv } from '../build';
import type { Node } from '../graph';
import type { ActivationFunction } from '../op';

/** A convolution with batch norm, and then an activation unless it is left out. */
export type ConvNormOptions = Omit<ConvOptions, 'bias'> & {
  readonly activation?: ActivationFunction | undefined;
  readonly epsilon?: number | undefined;
};

/**
 * Convolution, batch normalisation, activation: the unit that most networks since 2015 repeat (Ioffe and Szegedy 2015,
 * section 3.2). The nodes are `ID.conv`, `ID.norm` and `ID.activation`.
 */
export function convNorm(id: string, from: Node, options: ConvNormOptions): Node {
  const normed = batchNorm(`${id}.norm`, conv(`${id}.conv`, from, options), options.epsilon);
  return options.activation === undefined ? normed : activation(`${id}.activation`, normed, options.activation);
}

/** `convNorm` with a depthwise convolution. */
export function depthwiseConvNorm(
  id: string,
  from: Node,
  options: Omit<ConvNormOptions, 'outChannels' | 'groups'>,
): Node {
  const { channels } = from.shape;
  return convNorm(id, from, { ...options, outChannels: channels, groups: channels });
}

/** Convolution with a bias, then ReLU: the unit of networks before batch norm. */
export function convRelu(id: string, from: Node, options: Omit<ConvOptions, 'bias'>): Node {
  return activation(`${id}.activation`, conv(`${id}.conv`, from, { ...options, bias: true }), 'relu');
}
