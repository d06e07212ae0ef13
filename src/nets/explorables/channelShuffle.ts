import { defineExplorable } from './explorable';
import { steps } from '../steps';
import { groupedStack } from './groupedStack';

/** On a phone, more channels than this are too narrow to tell apart. */
const maxChannels = 24;

const groups = { kind: 'number', default: 3, values: [1, 2, 3, 4, 6, 8] } as const;
const channelsPerGroup = {
  kind: 'number',
  default: 4,
  values: (chosen: (knob: string) => number) => steps(1, Math.min(8, Math.floor(maxChannels / chosen('groups')))),
} as const;

/** The channel shuffle between two grouped convolutions, step by step. arXiv:1707.01083, section 3.1. */
export const channelShuffleWalk = defineExplorable({
  id: 'shuffle',
  knobs: {
    groups,
    channelsPerGroup,
    step: { kind: 'choice', default: 'flattened', values: ['grouped', 'reshaped', 'transposed', 'flattened'] },
  },
  block: ({ step, ...shuffle }) => groupedStack({ ...shuffle, units: 1, shuffled: true }).output,
  replaced: ({ step, ...shuffle }) => groupedStack({ ...shuffle, units: 1, shuffled: false }).output,
});

/** Which inputs reach channel `output` (from 0) through several units, with and without the shuffle. Figure 1. */
export const channelReach = defineExplorable({
  id: 'reach',
  knobs: {
    groups,
    channelsPerGroup,
    units: { kind: 'number', default: 1, values: steps(1, 4) },
    output: {
      kind: 'number',
      default: 0,
      values: (chosen) => steps(0, chosen('groups') * chosen('channelsPerGroup') - 1),
    },
  },
  block: ({ output, ...stack }) => groupedStack({ ...stack, shuffled: true }).output,
  replaced: ({ output, ...stack }) => groupedStack({ ...stack, shuffled: false }).output,
});
