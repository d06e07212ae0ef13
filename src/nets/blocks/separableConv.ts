import { batchNorm, conv, depthwiseConv } from '../build';
import type { Node } from '../graph';

/** Keras's epsilon, used to train Xception and MobileNet V1. */
export const kerasEpsilon = 1e-3;

/**
 * Depthwise, then pointwise convolution, with no activation between them, then one batch norm: first space, then
 * channels. Xception, arXiv:1610.02357, section 2 and figure 10 (no activation between trains better).
 */
export function separableConv(id: string, from: Node, options: { readonly outChannels: number }): Node {
  const spatial = depthwiseConv(`${id}.depthwise`, from, { kernel: 3, padding: 'same' });
  const mixed = conv(`${id}.pointwise`, spatial, { outChannels: options.outChannels, kernel: 1 });
  return batchNorm(`${id}.norm`, mixed, kerasEpsilon);
}
