import { activation, add, averagePool, channelShuffle, concat } from '../build';
import type { Node } from '../graph';
import { convNorm, depthwiseConvNorm } from './convNorm';

export type ShuffleUnitV1Options = {
  /** Channels that leave the unit; at stride 1 they must equal the input's. */
  readonly outChannels: number;
  readonly groups: number;
  readonly stride: 1 | 2;
  /** Groups of the first pointwise convolution: 1 at the start of stage 2, whose input has few channels. */
  readonly firstGroups?: number;
  /** False omits the shuffle, as in the paper's ablation (Table 3). */
  readonly shuffled?: boolean;
  /**
   * Whose shuffle to use: Megvii's release shuffles after the depthwise convolution and in the other direction, from
   * channels interleaved by group back to contiguous groups.
   */
  readonly implementation?: 'paper' | 'megvii';
};

/**
 * A bottleneck with grouped 1x1 convolutions and a depthwise 3x3; the shuffle after the first 1x1 mixes the groups.
 * At stride 1 the input is added; at stride 2 it is averaged 3x3 and concatenated. No ReLU after the depthwise
 * convolution. ShuffleNet, arXiv:1707.01083, section 3.2, figure 2 (b) and (c); bottleneck = out / 4.
 */
export function shuffleUnitV1(id: string, from: Node, options: ShuffleUnitV1Options): Node {
  const { outChannels, groups, stride, firstGroups = groups, implementation = 'paper' } = options;
  const isShuffled = groups > 1 && options.shuffled !== false;
  const branchChannels = stride === 1 ? outChannels : outChannels - from.shape.channels;
  const reduced = convNorm(`${id}.reduce`, from, {
    outChannels: Math.floor(outChannels / 4),
    kernel: 1,
    groups: firstGroups,
    activation: 'relu',
  });
  const isMixedFirst = isShuffled && implementation === 'paper';
  const mixed = isMixedFirst ? channelShuffle(`${id}.shuffle`, reduced, groups) : reduced;
  const spatial = depthwiseConvNorm(`${id}.depthwise`, mixed, { kernel: 3, stride });
  const sorted = isShuffled && !isMixedFirst ? inverseShuffle(`${id}.shuffle`, spatial, groups) : spatial;
  const widened = convNorm(`${id}.widen`, sorted, { outChannels: branchChannels, kernel: 1, groups });
  if (stride === 1) return activation(`${id}.activation`, add(`${id}.add`, [from, widened]), 'relu');
  const shortcut = averagePool(`${id}.shortcut.pool`, from, { kernel: 3, stride: 2, padding: 'symmetric' });
  return activation(`${id}.activation`, concat(`${id}.concat`, [shortcut, widened]), 'relu');
}

/** The inverse of a shuffle over `groups` groups: a shuffle over as many groups as each group has channels. */
function inverseShuffle(id: string, from: Node, groups: number): Node {
  return channelShuffle(id, from, from.shape.channels / groups);
}
