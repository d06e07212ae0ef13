import { groupConvShuffle } from '../blocks/groupConvShuffle';
import { input } from '../build';
import type { Graph } from '../graph';
import { graphOf } from '../graph';

export type GroupedStack = {
  readonly groups: number;
  readonly channelsPerGroup: number;
  readonly units: number;
  readonly shuffled: boolean;
};

/**
 * Pairs of grouped 1x1 convolutions in a row, with or without a shuffle inside each pair, on a map small enough to draw
 * every channel: a ShuffleNet unit without the parts that never mix channels (depthwise convolution, shortcut).
 * ShuffleNet, arXiv:1707.01083, section 3.1, figure 1.
 */
export function groupedStack({ groups, channelsPerGroup, units, shuffled }: GroupedStack): Graph {
  const outChannels = groups * channelsPerGroup;
  let flow = input({ height: 1, width: 1, channels: outChannels });
  for (let index = 1; index <= units; index += 1) {
    flow = groupConvShuffle(`unit${String(index)}`, flow, { outChannels, kernel: 1, groups, shuffled });
  }
  return graphOf(flow);
}
