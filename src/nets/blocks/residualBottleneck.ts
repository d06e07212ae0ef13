import { activation, add } from '../build';
import type { Node } from '../graph';
import { convNorm } from './convNorm';

/**
 * Narrows by 1x1, convolves by 3x3, widens by 1x1, adds the input: wide, narrow, wide. He et al., arXiv:1512.03385,
 * section 4.1.
 * The shortcut is a 1x1 convolution where the shape changes. With `spatialGroups` the 3x3 convolution is grouped, as in ResNeXt
 * (arXiv:1611.05431, figure 3 (c)), or depthwise, as in ShuffleNet's figure 2 (a) (arXiv:1707.01083).
 */
export function residualBottleneck(
  id: string,
  from: Node,
  options: {
    readonly bottleneckChannels: number;
    readonly outChannels: number;
    readonly stride?: 1 | 2;
    readonly spatialGroups?: number;
  },
): Node {
  const { bottleneckChannels, outChannels, stride = 1, spatialGroups = 1 } = options;
  const sameShape = stride === 1 && from.shape.channels === outChannels;
  const shortcut = sameShape
    ? from
    : convNorm(`${id}.shortcut`, from, { outChannels, kernel: 1, stride, padding: 'valid' });
  const reduced = convNorm(`${id}.reduce`, from, { outChannels: bottleneckChannels, kernel: 1, activation: 'relu' });
  const spatial = convNorm(`${id}.spatial`, reduced, {
    outChannels: bottleneckChannels,
    kernel: 3,
    stride,
    groups: spatialGroups,
    activation: 'relu',
  });
  const widened = convNorm(`${id}.widen`, spatial, { outChannels, kernel: 1 });
  return activation(`${id}.activation`, add(`${id}.add`, [shortcut, widened]), 'relu');
}
