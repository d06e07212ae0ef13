import { defineExplorable, steps } from './explorable';
import { groupedStack } from './groupedStack';

/** More channels than this are too narrow to be told apart on a telephone. */
const mostChannels = 24;

/**
 * The channel shuffle taken step by step, and followed through several units: `step` counts how far the shuffle has come
 * (grouped, reshaped, transposed, flattened), `output` is the channel whose origin is asked for. arXiv:1707.01083, section 3.1.
 */
export const channelShuffleWalk = defineExplorable({
  id: 'shuffle',
  knobs: {
    groups: { kind: 'number', default: 3, values: [1, 2, 3, 4, 6, 8] },
    channelsPerGroup: {
      kind: 'number',
      default: 4,
      values: (chosen) => steps(1, Math.min(8, Math.floor(mostChannels / chosen('groups')))),
    },
    step: { kind: 'number', default: 0, values: steps(0, 3) },
    units: { kind: 'number', default: 1, values: steps(1, 4) },
    output: {
      kind: 'number',
      default: 0,
      values: (chosen) => steps(0, chosen('groups') * chosen('channelsPerGroup') - 1),
    },
  },
  block: ({ groups, channelsPerGroup, units }) =>
    groupedStack({ groups, channelsPerGroup, units, shuffled: true }).output,
  replaced: ({ groups, channelsPerGroup, units }) =>
    groupedStack({ groups, channelsPerGroup, units, shuffled: false }).output,
});
