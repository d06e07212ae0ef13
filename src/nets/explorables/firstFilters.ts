import { convNorm } from '../blocks/convNorm';
import { mobileNetV3Block, mobileNetV3Epsilon } from '../blocks/mobileNetV3Block';
import { input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/**
 * The first convolution and the next block, which has as many channels, compared with the same at 32 filters: on the
 * largest map every filter is expensive. MobileNetV3, arXiv:1905.02244, section 5.1.
 */
export const firstFilters = defineExplorable({
  id: 'stem',
  knobs: {
    filters: { kind: 'number', default: 16, values: steps(8, 48, 8) },
    resolution: { kind: 'number', default: 224, values: [96, 128, 160, 192, 224, 256] },
  },
  block: ({ filters, resolution }) => startOf(filters, resolution),
  replaced: ({ resolution }) => startOf(32, resolution),
});

function startOf(filters: number, resolution: number) {
  const image = input({ height: resolution, width: resolution, channels: 3 });
  const stem = convNorm('stem', image, {
    outChannels: filters,
    kernel: 3,
    stride: 2,
    activation: 'hardSwish',
    epsilon: mobileNetV3Epsilon,
  });
  return mobileNetV3Block('block1', stem, {
    kernel: 3,
    expandedChannels: filters,
    outChannels: 16,
    squeezeExcite: false,
    activation: 'relu',
    stride: 1,
  });
}
