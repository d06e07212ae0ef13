import { conv, flatten, fullyConnected, input } from '../build';
import type { Graph } from '../graph';
import { graphOf } from '../graph';
import type { Choice } from '../parameter';
import { commonDivisors, steps } from '../steps';
import { defineExplorable } from './explorable';

/** Few enough for a picture to draw every wire. */
const channelCounts = [...steps(1, 12), ...steps(14, 32, 2), ...steps(36, 48, 4), 64];

/**
 * One convolution, from standard (one group) through grouped to depthwise (as many groups as channels), compared with the
 * ungrouped convolution of the same shapes.
 */
export const convolution = defineExplorable({
  id: 'conv',
  knobs: {
    inChannels: { kind: 'number', default: 12, values: channelCounts },
    outChannels: { kind: 'number', default: 12, values: channelCounts },
    groups: {
      kind: 'number',
      default: 1,
      values: (chosen) => commonDivisors(chosen('inChannels'), chosen('outChannels')),
    },
    kernel: { kind: 'number', default: 3, values: [1, 3, 5, 7] },
    stride: { kind: 'number', default: 1, values: [1, 2] },
    resolution: { kind: 'number', default: 28, values: [7, 14, 28, 56, 112, 224] },
  },
  block: (values) => convNode(values, values.groups),
  replaced: (values) => convNode(values, 1),
});

/** The fully connected layer from the same input map (flattened) to `outChannels` features. */
export function fullyConnectedOnMap(values: Choice): Graph {
  const { inChannels, outChannels, resolution } = values;
  const map = input({ height: Number(resolution), width: Number(resolution), channels: Number(inChannels) });
  return graphOf(fullyConnected('fc', flatten('flatten', map), Number(outChannels), false));
}

type Values = {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: number;
  readonly stride: number;
  readonly resolution: number;
};

function convNode({ inChannels, outChannels, kernel, stride, resolution }: Values, groups: number) {
  const map = input({ height: resolution, width: resolution, channels: inChannels });
  return conv('conv', map, { outChannels, kernel, stride, groups });
}
