import { invertedResidual } from '../blocks/invertedResidual';
import { mobileNetV3Epsilon } from '../blocks/mobileNetV3Block';
import { input } from '../build';
import { makeDivisible } from '../rounding';
import { defineExplorable } from './explorable';

/**
 * MobileNet V3's block compared with the same block without squeeze-and-excite. The squeezed vector is the expanded width divided
 * by `squeezeDivisor`, 4 in the paper, rounded to a multiple of 8. MobileNetV3, arXiv:1905.02244, figure 4 and section 5.3.
 */
export const weighedResidual = defineExplorable({
  id: 'se',
  knobs: {
    inChannels: { kind: 'number', default: 112, values: [16, 24, 40, 48, 80, 96, 112, 160] },
    expandedChannels: {
      kind: 'number',
      default: 672,
      values: [16, 64, 72, 88, 96, 120, 144, 184, 200, 240, 288, 480, 576, 672, 960],
    },
    squeezeDivisor: { kind: 'number', default: 4, values: [1, 2, 4, 8, 16] },
    outChannels: { kind: 'number', default: 112, values: [16, 24, 40, 48, 80, 96, 112, 160] },
    kernel: { kind: 'number', default: 3, values: [3, 5] },
    stride: { kind: 'number', default: 1, values: [1, 2] },
    activation: { kind: 'choice', default: 'hardSwish', values: ['relu', 'hardSwish'] },
    resolution: { kind: 'number', default: 14, values: [7, 14, 28, 56, 112] },
  },
  block: (values) => blockOf(values, makeDivisible(values.expandedChannels / values.squeezeDivisor)),
  replaced: (values) => blockOf(values, undefined),
});

type Values = {
  readonly inChannels: number;
  readonly expandedChannels: number;
  readonly outChannels: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: 'relu' | 'hardSwish';
  readonly resolution: number;
};

function blockOf(values: Values, squeezeChannels: number | undefined) {
  const { inChannels, expandedChannels, outChannels, activation, resolution } = values;
  return invertedResidual('block', input({ height: resolution, width: resolution, channels: inChannels }), {
    expandedChannels,
    outChannels,
    kernel: values.kernel === 5 ? 5 : 3,
    stride: values.stride === 1 ? 1 : 2,
    activation,
    squeezeChannels,
    epsilon: mobileNetV3Epsilon,
  });
}
