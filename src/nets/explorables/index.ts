import { channelReach, channelShuffleWalk } from './channelShuffle';
import { convolution } from './convolution';
import type { Explorable } from './explorable';
import { featureReuse } from './featureReuse';
import { fireModule } from './fireModule';
import { fullyConnectedLayer } from './fullyConnectedLayer';
import { elementWise, equalWidth, fragmentation, groupCount } from './guidelines';
import { inceptionWalk } from './inceptionWalk';
import { memoryTraffic } from './memoryTraffic';
import { separableOrder } from './separableOrder';
import { shuffleUnits, shuffleUnitsV1 } from './shuffleUnits';
import { stridedConvolution } from './stridedConvolution';
import { xceptionFlow } from './xceptionFlow';

/** Every explorable of the pages, in teaching order. */
export const explorables: readonly Explorable[] = [
  convolution,
  fullyConnectedLayer,
  stridedConvolution,
  memoryTraffic,
  fireModule,
  inceptionWalk,
  separableOrder,
  xceptionFlow,
  channelShuffleWalk,
  channelReach,
  shuffleUnitsV1,
  equalWidth,
  groupCount,
  fragmentation,
  elementWise,
  shuffleUnits,
  featureReuse,
];
