import { invertedResidual } from '../blocks/invertedResidual';
import { residualBottleneck } from '../blocks/residualBottleneck';
import { input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

const narrowWidths = [...steps(8, 32, 8), 48, 64, 96, 128, 160, 320];

/**
 * MobileNet V2's inverted residual (narrow, wide, narrow) compared with a residual bottleneck (wide, narrow, wide) of the
 * same two widths. They differ in the width that the shortcut joins and in the 3x3 convolution: depthwise on the wide map,
 * standard on the narrow one. MobileNetV2, arXiv:1801.04381, figure 3; He et al., arXiv:1512.03385, figure 5.
 */
export const mirroredResidual = defineExplorable({
  id: 'residual',
  knobs: {
    inChannels: { kind: 'number', default: 24, values: narrowWidths },
    expansion: { kind: 'number', default: 6, values: steps(1, 10) },
    outChannels: { kind: 'number', default: 24, values: narrowWidths },
    stride: { kind: 'number', default: 1, values: [1, 2] },
    resolution: { kind: 'number', default: 56, values: [7, 14, 28, 56, 112] },
  },
  block: ({ inChannels, expansion, outChannels, stride, resolution }) =>
    invertedResidual('inverted', input({ height: resolution, width: resolution, channels: inChannels }), {
      expandedChannels: inChannels * expansion,
      outChannels,
      stride: stride === 1 ? 1 : 2,
    }),
  replaced: ({ inChannels, expansion, outChannels, stride, resolution }) =>
    residualBottleneck('residual', input({ height: resolution, width: resolution, channels: inChannels * expansion }), {
      bottleneckChannels: inChannels,
      outChannels: outChannels * expansion,
      stride: stride === 1 ? 1 : 2,
    }),
});
