import { convNorm } from '../blocks/convNorm';
import { depthwiseSeparable } from '../blocks/depthwiseSeparable';
import { kerasEpsilon } from '../blocks/separableConv';
import { input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/** Channels as in real networks, and the first few for small cases. */
const channels = [...steps(1, 8), ...steps(12, 32, 4), 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

/**
 * MobileNet V1's block compared with the standard convolution that it splits in two. The last row of the paper's Table 3
 * needs the map of 10 pixels. MobileNets, arXiv:1704.04861, sections 3.1 to 3.4.
 */
export const splitConvolution = defineExplorable({
  id: 'split',
  knobs: {
    inChannels: { kind: 'number', default: 512, values: channels },
    outChannels: { kind: 'number', default: 512, values: channels },
    kernel: { kind: 'number', default: 3, values: [1, 3, 5, 7] },
    stride: { kind: 'number', default: 1, values: [1, 2] },
    resolution: { kind: 'number', default: 14, values: [7, 10, 14, 28, 56, 112, 224] },
  },
  block: (values) =>
    depthwiseSeparable('block', mapOf(values), {
      outChannels: values.outChannels,
      kernel: values.kernel,
      stride: values.stride === 1 ? 1 : 2,
    }),
  replaced: (values) =>
    convNorm('standard', mapOf(values), {
      outChannels: values.outChannels,
      kernel: values.kernel,
      stride: values.stride,
      padding: 'same',
      activation: 'relu6',
      epsilon: kerasEpsilon,
    }),
});

function mapOf({ inChannels, resolution }: { readonly inChannels: number; readonly resolution: number }) {
  return input({ height: resolution, width: resolution, channels: inChannels });
}
