import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { channelReach, channelShuffleWalk } from '../nets/explorables/channelShuffle';
import { convolution } from '../nets/explorables/convolution';
import type { Explorable } from '../nets/explorables/explorable';
import { featureReuse } from '../nets/explorables/featureReuse';
import { fireModule } from '../nets/explorables/fireModule';
import { firstFilters } from '../nets/explorables/firstFilters';
import { fullyConnectedLayer } from '../nets/explorables/fullyConnectedLayer';
import { groupedPointwise } from '../nets/explorables/groupedPointwise';
import { groupProcedure } from '../nets/explorables/groupProcedure';
import { elementWise, equalWidth, fragmentation, groupCount } from '../nets/explorables/guidelines';
import { inceptionWalk } from '../nets/explorables/inceptionWalk';
import { memoryTraffic } from '../nets/explorables/memoryTraffic';
import { mirroredResidual } from '../nets/explorables/mirroredResidual';
import { mobileNetV1Family, mobileNetV2Family, mobileNetV3Family } from '../nets/explorables/mobileNetFamilies';
import { separableOrder } from '../nets/explorables/separableOrder';
import { shortenedTail } from '../nets/explorables/shortenedTail';
import { shuffleUnits, shuffleUnitsV1 } from '../nets/explorables/shuffleUnits';
import { splitConvolution } from '../nets/explorables/splitConvolution';
import { stridedConvolution } from '../nets/explorables/stridedConvolution';
import { weighedResidual } from '../nets/explorables/weighedResidual';
import { xceptionFlow } from '../nets/explorables/xceptionFlow';

/** What a goal is about: a block with knobs of a chapter, or the network that a page lets one choose. */
export type Subject = BlockSubject | NetworkSubject;

export type BlockSubject = {
  readonly kind: 'block';
  /** Of the explorable. */
  readonly id: string;
  readonly name: MessageDescriptor;
  readonly explorable: Explorable;
};

export type NetworkSubject = { readonly kind: 'network'; readonly id: 'network'; readonly name: MessageDescriptor };

/** What the page at `path` lets a person change and counts, in the order of the page; empty for other pages. */
export function subjectsOf(path: string): readonly Subject[] {
  return subjects.get(path) ?? [];
}

/** The pages that have a subject, in the order of the app. */
export function pathsWithSubjects(): readonly string[] {
  return [...subjects.keys()];
}

function block(explorable: Explorable, name: MessageDescriptor): BlockSubject {
  return { kind: 'block', id: explorable.id, name, explorable };
}

const network: NetworkSubject = { kind: 'network', id: 'network', name: msg`The chosen network` };

const subjects: ReadonlyMap<string, readonly Subject[]> = new Map([
  [
    '/counting',
    [
      block(convolution, msg`Convolution with groups`),
      block(stridedConvolution, msg`Strided convolution`),
      block(fullyConnectedLayer, msg`Fully connected layer`),
      block(memoryTraffic, msg`Standard or depthwise layer`),
    ],
  ],
  ['/squeezenet', [block(fireModule, msg`Fire module`)]],
  [
    '/xception',
    [
      block(inceptionWalk, msg`From Inception to separable`),
      block(separableOrder, msg`Depthwise or pointwise first`),
      block(xceptionFlow, msg`Xception’s modules`),
    ],
  ],
  [
    '/mobilenet-v1',
    [block(splitConvolution, msg`Split convolution`), block(mobileNetV1Family, msg`MobileNet V1 with its multipliers`)],
  ],
  [
    '/shufflenet-v1',
    [
      block(groupProcedure, msg`Grouped convolution, step by step`),
      block(groupedPointwise, msg`Grouped 1×1 convolution`),
      block(channelShuffleWalk, msg`Channel shuffle`),
      block(channelReach, msg`Reach of one channel`),
      block(shuffleUnitsV1, msg`ShuffleNet V1 unit`),
    ],
  ],
  [
    '/mobilenet-v2',
    [block(mirroredResidual, msg`Inverted residual`), block(mobileNetV2Family, msg`MobileNet V2 with its multipliers`)],
  ],
  [
    '/shufflenet-v2',
    [
      block(equalWidth, msg`Guideline 1: equal widths`),
      block(groupCount, msg`Guideline 2: groups`),
      block(fragmentation, msg`Guideline 3: fragments`),
      block(elementWise, msg`Guideline 4: element-wise operations`),
      block(shuffleUnits, msg`ShuffleNet units, V1 and V2`),
      block(featureReuse, msg`Feature reuse`),
    ],
  ],
  [
    '/mobilenet-v3',
    [
      block(weighedResidual, msg`Inverted residual with squeeze-and-excite`),
      block(shortenedTail, msg`Shortened tail`),
      block(firstFilters, msg`First filters`),
      block(mobileNetV3Family, msg`MobileNet V3 with its multipliers`),
    ],
  ],
  ['/networks', [network]],
  ['/layers', [network]],
]);
