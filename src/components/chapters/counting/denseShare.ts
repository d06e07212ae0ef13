import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { costOf } from '../../../nets/readings/cost';

export const alexNetCost = costOf(builtGraph(alexNet));

/** The share of a cost of AlexNet that is in its fully connected layers. */
export function denseShare(cost: 'params' | 'macs'): number {
  const dense = alexNetCost.layers.filter(({ node }) => node.op.kind === 'fullyConnected');
  return dense.reduce((sum, layer) => sum + layer[cost], 0) / alexNetCost[cost];
}
