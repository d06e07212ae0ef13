import { channelShuffle, channelSlice, concat } from '../build';
import type { Node } from '../graph';
import { convNorm, depthwiseConvNorm } from './convNorm';

/** Whose code to follow: torchvision and Megvii, the authors, differ where the paper is silent. */
export type ShuffleNetV2Implementation = 'torchvision' | 'megvii';

/**
 * The basic unit: splits the channels in half, passes one half on, convolves the other (1x1, depthwise 3x3, 1x1 at one
 * width), concatenates, shuffles. ShuffleNet V2, arXiv:1807.11164, section 3, figure 3 (c).
 *
 * Megvii's takes every other channel instead: a shuffle before the split, and none after it.
 */
export function shuffleUnitV2(
  id: string,
  input: Node,
  implementation: ShuffleNetV2Implementation = 'torchvision',
): Node {
  const { channels } = input.shape;
  const isMegvii = implementation === 'megvii';
  const from = isMegvii ? channelShuffle(`${id}.shuffle`, input, channels / 2) : input;
  const half = Math.floor(channels / 2);
  const kept = channelSlice(`${id}.split.left`, from, 0, half);
  const worked = channelSlice(`${id}.split.right`, from, half, channels);
  const main = mainBranch(id, worked, { channels: half, outChannels: half, stride: 1 });
  const joined = concat(`${id}.concat`, [kept, main]);
  return isMegvii ? joined : channelShuffle(`${id}.shuffle`, joined, 2);
}

export type ShuffleDownUnitV2Options = {
  readonly outChannels: number;
  /** The shortcut yields half of the output (torchvision), or as many channels as it reads (Megvii, the paper's FLOPs). */
  readonly implementation: ShuffleNetV2Implementation;
};

/**
 * The downsampling unit: no split; both branches read every channel at stride 2. Figure 3 (d). The paper does not say how
 * the branches share the output channels, and implementations differ.
 */
export function shuffleDownUnitV2(id: string, from: Node, options: ShuffleDownUnitV2Options): Node {
  const half = options.outChannels / 2;
  const isMegvii = options.implementation === 'megvii';
  const shortcutChannels = isMegvii ? from.shape.channels : half;
  const pooled = depthwiseConvNorm(`${id}.shortcut.depthwise`, from, { kernel: 3, stride: 2 });
  const shortcut = convNorm(`${id}.shortcut.pointwise`, pooled, {
    outChannels: shortcutChannels,
    kernel: 1,
    activation: 'relu',
  });
  const main = mainBranch(id, from, { channels: half, outChannels: options.outChannels - shortcutChannels, stride: 2 });
  const joined = concat(`${id}.concat`, [shortcut, main]);
  return isMegvii ? joined : channelShuffle(`${id}.shuffle`, joined, 2);
}

function mainBranch(
  id: string,
  from: Node,
  options: { readonly channels: number; readonly outChannels: number; readonly stride: 1 | 2 },
): Node {
  const { channels, outChannels, stride } = options;
  const first = convNorm(`${id}.main.pointwise1`, from, { outChannels: channels, kernel: 1, activation: 'relu' });
  const spatial = depthwiseConvNorm(`${id}.main.depthwise`, first, { kernel: 3, stride });
  return convNorm(`${id}.main.pointwise2`, spatial, { outChannels, kernel: 1, activation: 'relu' });
}
