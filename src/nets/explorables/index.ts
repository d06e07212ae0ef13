import { channelReach, channelShuffleWalk } from './channelShuffle';
import { convolution } from './convolution';
import type { Explorable } from './explorable';
import { featureReuse } from './featureReuse';
import { fireModule } from './fireModule';
import { firstFilters } from './firstFilters';
import { fullyConnectedLayer } from './fullyConnectedLayer';
import { elementWise, equalWidth, fragmentation, groupCount } from './guidelines';
import { groupedPointwise } from './groupedPointwise';
import { groupProcedure } from './groupProcedure';
import { inceptionWalk } from './inceptionWalk';
import { memoryTraffic } from './memoryTraffic';
import { mirroredResidual } from './mirroredResidual';
import { separableOrder } from './separableOrder';
import { shortenedTail } from './shortenedTail';
import { shuffleUnits, shuffleUnitsV1 } from './shuffleUnits';
import { splitConvolution } from './splitConvolution';
import { stridedConvolution } from './stridedConvolution';
import { weighedResidual } from './weighedResidual';
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
  groupProcedure,
  groupedPointwise,
  channelShuffleWalk,
  channelReach,
  shuffleUnitsV1,
  equalWidth,
  groupCount,
  fragmentation,
  elementWise,
  shuffleUnits,
  featureReuse,
  splitConvolution,
  mirroredResidual,
  weighedResidual,
  shortenedTail,
  firstFilters,
];
