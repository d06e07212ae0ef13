import { conv, input } from '../build';
import { commonDivisors } from '../steps';
import { defineExplorable } from './explorable';

/** The stages of a grouped convolution as a procedure, in order. */
export const groupStages = ['split', 'banks', 'convolve', 'concatenate'] as const;
export type GroupStage = (typeof groupStages)[number];

/**
 * A grouped convolution step by step: split the input channels, give each part a bank of filters, convolve, concatenate; compared
 * with the convolution without groups. Few enough channels to draw every one. Krizhevsky et al. (AlexNet), section 3.2.
 */
export const groupProcedure = defineExplorable({
  id: 'procedure',
  knobs: {
    step: { kind: 'choice', default: 'concatenate', values: groupStages },
    inChannels: { kind: 'number', default: 12, values: [6, 8, 12] },
    outChannels: { kind: 'number', default: 6, values: [3, 4, 6, 8, 12] },
    groups: {
      kind: 'number',
      default: 3,
      values: (chosen) => commonDivisors(chosen('inChannels'), chosen('outChannels')),
    },
    kernel: { kind: 'number', default: 3, values: [1, 3] },
  },
  block: (values) => convolution(values, values.groups),
  replaced: (values) => convolution(values, 1),
});

type Values = { readonly inChannels: number; readonly outChannels: number; readonly kernel: number };

function convolution({ inChannels, outChannels, kernel }: Values, groups: number) {
  const map = input({ height: 28, width: 28, channels: inChannels });
  return conv('conv', map, { outChannels, kernel: kernel === 1 ? 1 : 3, groups });
}
