import { conv, input } from '../build';
import { inputOf } from '../graph';
import type { Node } from '../graph';
import { fragmentStructures } from '../papers/shuffleNetV2';
import { steps } from '../steps';
import { defineExplorable } from './explorable';
import { elementWiseStack, fragmentStack } from './guidelineStacks';

const resolution = { kind: 'number', default: 56, values: [7, 14, 28, 56] } as const;

/** The largest ratio of the two widths; the paper measures up to 1:12. */
const maxRatio = 16;

/**
 * Guideline 1: one 1x1 convolution whose two widths have a constant product, and so constant multiply-adds. The widths at
 * 1:1 have many divisors; 128 is the paper's. arXiv:1807.11164, section 2, equation 1.
 */
export const equalWidth = defineExplorable({
  id: 'g1',
  knobs: {
    balanced: { kind: 'number', default: 120, values: [24, 60, 120, 128, 240] },
    inChannels: { kind: 'number', default: 30, values: (chosen) => widthsBeside(chosen('balanced')) },
    resolution,
  },
  block: ({ balanced, inChannels, resolution: size }) => pointwise(size, inChannels, balanced ** 2 / inChannels),
  replaced: ({ balanced, resolution: size }) => pointwise(size, balanced, balanced),
});

/** The input widths that divide `balanced` squared, from 1:16 to 16:1. */
export function widthsBeside(balanced: number): readonly number[] {
  const product = balanced ** 2;
  const reach = Math.sqrt(maxRatio);
  return steps(Math.ceil(balanced / reach), Math.floor(balanced * reach)).filter((width) => product % width === 0);
}

/** The group counts of guideline 2; all of them divide its input channels. */
export const groupCounts = [1, 2, 3, 4, 6, 8, 12] as const;

/**
 * Guideline 2: one grouped 1x1 convolution with a fixed input map and fixed multiply-adds, so that more groups mean more
 * output channels. arXiv:1807.11164, section 2, equation 2.
 */
export const groupCount = defineExplorable({
  id: 'g2',
  knobs: {
    inChannels: { kind: 'number', default: 120, values: [24, 72, 120, 240] },
    groups: { kind: 'number', default: 3, values: groupCounts },
    resolution,
  },
  block: ({ inChannels, groups, resolution: size }) => pointwise(size, inChannels, inChannels * groups, groups),
  replaced: ({ inChannels, resolution: size }) => pointwise(size, inChannels, inChannels),
});

/** Guideline 3: one block of one to four 1x1 convolutions with the multiply-adds of one. Section 2, Table 3. */
export const fragmentation = defineExplorable({
  id: 'g3',
  knobs: {
    structure: { kind: 'choice', default: 'fourInParallel', values: fragmentStructures },
    channels: { kind: 'number', default: 128, values: [64, 128, 256, 512] },
    resolution,
  },
  block: ({ structure, channels, resolution: size }) =>
    fragmentStack({ structure, channels, resolution: size, blocks: 1 }).output,
  replaced: ({ channels, resolution: size }) =>
    fragmentStack({ structure: 'one', channels, resolution: size, blocks: 1 }).output,
});

/** Guideline 4: ResNet's bottleneck with and without the ops that cost no multiply-adds. Section 2, Table 4. */
export const elementWise = defineExplorable({
  id: 'g4',
  knobs: {
    relu: { kind: 'choice', default: 'with', values: ['with', 'without'] },
    shortcut: { kind: 'choice', default: 'with', values: ['with', 'without'] },
    channels: { kind: 'number', default: 128, values: [32, 64, 128, 256] },
    resolution,
  },
  block: ({ relu, shortcut, channels, resolution: size }) =>
    elementWiseStack({ relu: relu === 'with', shortcut: shortcut === 'with', channels, resolution: size, blocks: 1 })
      .output,
  replaced: ({ channels, resolution: size }) =>
    elementWiseStack({ relu: true, shortcut: true, channels, resolution: size, blocks: 1 }).output,
});

/** The minimum memory access cost of a 1x1 convolution with these multiply-adds on this map: 2 sqrt(hw B) + B / hw. */
export function memoryAccessBound(convolution: Node): number {
  const { height, width, channels } = convolution.shape;
  const product = inputOf(convolution).shape.channels * channels;
  return 2 * height * width * Math.sqrt(product) + product;
}

function pointwise(size: number, inChannels: number, outChannels: number, groups = 1): Node {
  const map = input({ height: size, width: size, channels: inChannels });
  return conv('conv', map, { outChannels, kernel: 1, groups });
}
