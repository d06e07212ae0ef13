import {
  extremeInception,
  inceptionModule,
  sharedPointwiseInception,
  simplifiedInception,
} from '../blocks/inceptionTower';
import { convNorm } from '../blocks/convNorm';
import { input } from '../build';
import type { Node } from '../graph';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/** The first four figures of the Xception paper. */
export const inceptionSteps = ['inception', 'simplified', 'shared', 'extreme'] as const;
export type InceptionStep = (typeof inceptionSteps)[number];

/**
 * From an Inception module to its extreme version, with the same output channels at every step, compared with one standard
 * 3x3 convolution. arXiv:1610.02357, section 1.1, figures 1 to 4.
 */
export const inceptionWalk = defineExplorable({
  id: 'walk',
  knobs: {
    step: { kind: 'choice', default: 'inception', values: inceptionSteps },
    inChannels: { kind: 'number', default: 288, values: steps(32, 768, 32) },
    outChannels: { kind: 'number', default: 288, values: steps(48, 768, 48) },
    towers: { kind: 'number', default: 3, values: [2, 3, 4, 6, 8, 12] },
    resolution: { kind: 'number', default: 35, values: [8, 17, 35, 71] },
  },
  block: ({ step, inChannels, outChannels, towers, resolution }) =>
    stepOfWalk(step, input({ height: resolution, width: resolution, channels: inChannels }), { outChannels, towers }),
  replaced: ({ inChannels, outChannels, resolution }) =>
    convNorm('standard', input({ height: resolution, width: resolution, channels: inChannels }), {
      outChannels,
      kernel: 3,
      activation: 'relu',
    }),
});

/** A step of the walk with `outChannels` output channels. Figure 1 always has four towers. */
function stepOfWalk(
  step: InceptionStep,
  from: Node,
  { outChannels, towers }: { readonly outChannels: number; readonly towers: number },
): Node {
  switch (step) {
    case 'inception':
      return inceptionModule(step, from, { towerChannels: outChannels / 4 });
    case 'simplified':
      return simplifiedInception(step, from, { towers, towerChannels: outChannels / towers });
    case 'shared':
      return sharedPointwiseInception(step, from, { segments: towers, segmentChannels: outChannels / towers });
    case 'extreme':
      return extremeInception(step, from, { outChannels });
  }
}
