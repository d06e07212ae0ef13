import { conv, input } from '../build';
import { commonDivisors, steps } from '../steps';
import { defineExplorable } from './explorable';

/**
 * One 1x1 convolution in groups, compared with the dense one of the same shapes. The defaults are the first convolution of
 * a stage-2 unit with three groups. arXiv:1707.01083, section 3.2.
 */
export const groupedPointwise = defineExplorable({
  id: 'group',
  knobs: {
    inChannels: { kind: 'number', default: 240, values: steps(24, 384, 24) },
    outChannels: { kind: 'number', default: 60, values: steps(12, 120, 12) },
    groups: {
      kind: 'number',
      default: 3,
      values: (chosen) => commonDivisors(chosen('inChannels'), chosen('outChannels')),
    },
    resolution: { kind: 'number', default: 28, values: [7, 14, 28, 56] },
  },
  block: (values) => pointwise(values, values.groups),
  replaced: (values) => pointwise(values, 1),
});

type Values = { readonly inChannels: number; readonly outChannels: number; readonly resolution: number };

function pointwise({ inChannels, outChannels, resolution }: Values, groups: number) {
  const map = input({ height: resolution, width: resolution, channels: inChannels });
  return conv('conv', map, { outChannels, kernel: 1, groups });
}
