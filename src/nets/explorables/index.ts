import { channelShuffleWalk } from './channelShuffle';
import { convolution } from './convolution';
import type { Explorable } from './explorable';
import { elementWise, equalWidth, fragmentation, groupCount } from './guidelines';
import { shuffleUnits, shuffleUnitsV1 } from './shuffleUnits';

/** Every explorable of the pages, in teaching order. */
export const explorables: readonly Explorable[] = [
  convolution,
  channelShuffleWalk,
  shuffleUnitsV1,
  equalWidth,
  groupCount,
  fragmentation,
  elementWise,
  shuffleUnits,
];
