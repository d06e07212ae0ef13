import { flatten, fullyConnected, globalAveragePool, input } from '../build';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/**
 * A fully connected layer on a flattened map, such as AlexNet's fc6 (6 x 6 x 256 to 4096), compared with what light
 * networks do: average every channel over the map first.
 */
export const fullyConnectedLayer = defineExplorable({
  id: 'fc',
  knobs: {
    resolution: { kind: 'number', default: 6, values: steps(1, 14) },
    inChannels: {
      kind: 'number',
      default: 256,
      values: [16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1280, 2048],
    },
    outFeatures: { kind: 'number', default: 4096, values: [10, 64, 100, 256, 512, 1000, 1024, 2048, 4096] },
  },
  block: ({ resolution, inChannels, outFeatures }) =>
    fullyConnected('fc', flatten('flatten', mapOf(resolution, inChannels)), outFeatures, false),
  replaced: ({ resolution, inChannels, outFeatures }) =>
    fullyConnected('fc', globalAveragePool('pool', mapOf(resolution, inChannels)), outFeatures, false),
});

function mapOf(resolution: number, channels: number) {
  return input({ height: resolution, width: resolution, channels });
}
