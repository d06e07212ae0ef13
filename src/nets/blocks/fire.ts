import { add, concat, conv } from '../build';
import type { Node } from '../graph';
import { convRelu } from './convNorm';

/** Filters of the three layers: the paper's s1x1, e1x1 and e3x3. */
export type FireOptions = {
  readonly squeeze: number;
  readonly expand1x1: number;
  readonly expand3x3: number;
  /** What is added to the output: nothing, the input, or the input through a 1x1 convolution. */
  readonly bypass?: Bypass;
};

export type Bypass = 'none' | 'identity' | 'conv';

/**
 * Squeezes to few channels, then expands with 1x1 and 3x3 filters in parallel, so that the 3x3 filters read few channels.
 * SqueezeNet, arXiv:1602.07360, section 3.2; the bypasses are section 6.
 */
export function fire(id: string, from: Node, options: FireOptions): Node {
  const squeeze = convRelu(`${id}.squeeze`, from, { outChannels: options.squeeze, kernel: 1 });
  const expand1x1 = convRelu(`${id}.expand1x1`, squeeze, { outChannels: options.expand1x1, kernel: 1 });
  const expand3x3 = convRelu(`${id}.expand3x3`, squeeze, { outChannels: options.expand3x3, kernel: 3 });
  const expanded = concat(`${id}.concat`, [expand1x1, expand3x3]);
  if (options.bypass === undefined || options.bypass === 'none') return expanded;
  const bypass =
    options.bypass === 'identity'
      ? from
      : conv(`${id}.bypass.conv`, from, { outChannels: expanded.shape.channels, kernel: 1, bias: true });
  return add(`${id}.add`, [bypass, expanded]);
}
