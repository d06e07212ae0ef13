import { activation, batchNorm, conv, depthwiseConv, input } from '../build';
import type { Node } from '../graph';
import { kerasEpsilon } from '../blocks/separableConv';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/**
 * A separable convolution in either order, with or without a ReLU between its halves, compared with a standard 3x3 one.
 * Xception (arXiv:1610.02357) discusses the order in section 1.2 and measures the activation in section 4.7, figure 10.
 */
export const separableOrder = defineExplorable({
  id: 'order',
  knobs: {
    first: { kind: 'choice', default: 'depthwise', values: ['depthwise', 'pointwise'] },
    between: { kind: 'choice', default: 'nothing', values: ['nothing', 'relu'] },
    inChannels: { kind: 'number', default: 128, values: steps(32, 728, 8) },
    outChannels: { kind: 'number', default: 128, values: steps(32, 728, 8) },
    resolution: { kind: 'number', default: 74, values: [10, 19, 37, 74, 147] },
  },
  block: ({ first, between, inChannels, outChannels, resolution }) => {
    const map = input({ height: resolution, width: resolution, channels: inChannels });
    const spatial = (from: Node): Node => depthwiseConv('separable.depthwise', from, { kernel: 3 });
    const mixing = (from: Node): Node => conv('separable.pointwise', from, { outChannels, kernel: 1 });
    const [one, other] = first === 'depthwise' ? [spatial, mixing] : [mixing, spatial];
    const half = one(map);
    return batchNorm(
      'separable.norm',
      other(between === 'relu' ? activation('separable.activation', half, 'relu') : half),
      kerasEpsilon,
    );
  },
  replaced: ({ inChannels, outChannels, resolution }) => {
    const map = input({ height: resolution, width: resolution, channels: inChannels });
    return batchNorm('standard.norm', conv('standard.conv', map, { outChannels, kernel: 3 }), kerasEpsilon);
  },
});
