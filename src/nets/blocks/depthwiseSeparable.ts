import type { Node } from '../graph';
import { convNorm, depthwiseConvNorm } from './convNorm';
import { kerasEpsilon } from './separableConv';

/**
 * Depthwise 3x3, then pointwise, each with batch norm and ReLU6: a standard convolution split in two, for 1/N + 1/9 of its
 * multiply-adds. MobileNets, arXiv:1704.04861, section 3.1 and figure 3 (ReLU there; Keras and TF-slim use ReLU6).
 */
export function depthwiseSeparable(
  id: string,
  from: Node,
  options: {
    readonly outChannels: number;
    readonly stride: 1 | 2;
    readonly kernel?: number;
    readonly activation?: 'relu' | 'relu6';
  },
): Node {
  const shared = { activation: options.activation ?? 'relu6', epsilon: kerasEpsilon } as const;
  const spatial = depthwiseConvNorm(`${id}.depthwise`, from, {
    kernel: options.kernel ?? 3,
    stride: options.stride,
    padding: 'same',
    ...shared,
  });
  return convNorm(`${id}.pointwise`, spatial, { outChannels: options.outChannels, kernel: 1, ...shared });
}
