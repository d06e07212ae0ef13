import { channelShuffle } from '../build';
import type { Node } from '../graph';
import { convNorm } from './convNorm';

/**
 * Two grouped convolutions in a row, with or without a channel shuffle between them: without it an output group only sees
 * its own input group. ShuffleNet, arXiv:1707.01083, section 3.1 and figure 1.
 */
export function groupConvShuffle(
  id: string,
  from: Node,
  options: {
    readonly outChannels: number;
    readonly kernel: number;
    readonly groups: number;
    readonly shuffled: boolean;
  },
): Node {
  const { outChannels, kernel, groups, shuffled } = options;
  const first = convNorm(`${id}.group1`, from, { outChannels, kernel, groups, activation: 'relu' });
  const between = shuffled ? channelShuffle(`${id}.shuffle`, first, groups) : first;
  return convNorm(`${id}.group2`, between, { outChannels, kernel, groups });
}
