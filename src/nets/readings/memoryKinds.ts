import type { OpKind } from '../op';
import type { Cost } from './cost';

/** What moves memory in a network, from the op with the most arithmetic for it to those with none. */
export const memoryKinds = ['convolution', 'activation', 'add', 'shuffle', 'concat', 'pool'] as const;
export type MemoryKind = (typeof memoryKinds)[number];

const kindOfOp: Readonly<Record<OpKind, MemoryKind | undefined>> = {
  input: undefined,
  conv: 'convolution',
  fullyConnected: 'convolution',
  batchNorm: undefined,
  activation: 'activation',
  maxPool: 'pool',
  averagePool: 'pool',
  globalAveragePool: 'pool',
  add: 'add',
  scale: 'activation',
  concat: 'concat',
  channelSlice: 'concat',
  channelShuffle: 'shuffle',
  flatten: undefined,
  dropout: undefined,
};

/**
 * Memory access cost in elements by what moves them, every op counted as if it ran alone; norms are folded. The kinds sum to
 * `cost.memoryAccess`. Channel splits count with concat, a gate's products with the activations.
 */
export function memoryByKind(cost: Cost): Readonly<Record<MemoryKind, number>> {
  const sums: Record<MemoryKind, number> = { convolution: 0, activation: 0, add: 0, shuffle: 0, concat: 0, pool: 0 };
  for (const { node, memoryAccess } of cost.layers) {
    const kind = kindOfOp[node.op.kind];
    if (kind !== undefined) sums[kind] += memoryAccess;
  }
  return sums;
}
