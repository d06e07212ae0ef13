import type { OpKind } from '../op';
import type { Cost } from './cost';

/** Kinds of ops that move memory, from the most arithmetic per element to none. */
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
 * Memory access cost in elements by the kind of op, as if each op ran alone; norms are folded. The kinds
 * sum to `cost.memoryAccess`. Channel splits count as concatenations, gates as activations.
 */
export function memoryByKind(cost: Cost): Readonly<Record<MemoryKind, number>> {
  const sums: Record<MemoryKind, number> = { convolution: 0, activation: 0, add: 0, shuffle: 0, concat: 0, pool: 0 };
  for (const { node, memoryAccess } of cost.layers) {
    const kind = kindOfOp[node.op.kind];
    if (kind !== undefined) sums[kind] += memoryAccess;
  }
  return sums;
}
