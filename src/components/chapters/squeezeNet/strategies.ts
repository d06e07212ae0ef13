import { convRelu } from '../../../nets/blocks/convNorm';
import { fire } from '../../../nets/blocks/fire';
import { concat, input } from '../../../nets/build';
import { graphOf, type Node } from '../../../nets/graph';
import { costOf, type Cost } from '../../../nets/readings/cost';

/** Of fire2 in the paper: its widths, its map, and the map that another pooling before it would leave. */
export const fire2 = { inChannels: 96, squeeze: 16, filters: 128, lateSide: 55, earlySide: 27 } as const;

/** A layer of fire2's widths, changed by the three strategies of the paper's section 3.1 one after the other. */
export const strategies: readonly { readonly id: 'none' | 'first' | 'second' | 'third'; readonly cost: Cost }[] = [
  { id: 'none', cost: costFrom(fire2.earlySide, (map) => layer('conv', map, 3, fire2.filters)) },
  { id: 'first', cost: costFrom(fire2.earlySide, halved) },
  { id: 'second', cost: costFrom(fire2.earlySide, squeezed) },
  { id: 'third', cost: costFrom(fire2.lateSide, squeezed) },
];

function costFrom(side: number, build: (map: Node) => Node): Cost {
  return costOf(graphOf(build(input({ height: side, width: side, channels: fire2.inChannels }))));
}

function halved(map: Node): Node {
  const half = fire2.filters / 2;
  return concat('concat', [layer('conv1x1', map, 1, half), layer('conv3x3', map, 3, half)]);
}

function squeezed(map: Node): Node {
  const half = fire2.filters / 2;
  return fire('fire', map, { squeeze: fire2.squeeze, expand1x1: half, expand3x3: half });
}

function layer(id: string, from: Node, kernel: number, outChannels: number): Node {
  return convRelu(id, from, { outChannels, kernel });
}
