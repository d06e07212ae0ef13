import type { Graph, Node } from '../graph';
import { inputOf } from '../graph';
import { convFlavour } from '../op';
import type { Cost } from './cost';

/** Kinds of work in a network, from the most arithmetic per element to none. */
export const workKinds = ['dense', 'depthwise', 'elementWise', 'moving', 'pool'] as const;
export type WorkKind = (typeof workKinds)[number];

/** A share of 1 for each kind. */
export type WorkShares = Readonly<Record<WorkKind, number>>;

/** What a node does; undefined for those that do nothing at run time, such as a folded batch norm. */
function workKindOf(node: Node): WorkKind | undefined {
  switch (node.op.kind) {
    case 'conv':
      return convFlavour(node.op, inputOf(node).shape.channels) === 'depthwise' ? 'depthwise' : 'dense';
    case 'fullyConnected':
      return 'dense';
    case 'activation':
    case 'add':
    case 'scale':
      return 'elementWise';
    case 'concat':
    case 'channelSlice':
    case 'channelShuffle':
      return 'moving';
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
      return 'pool';
    case 'input':
    case 'batchNorm':
    case 'flatten':
    case 'dropout':
      return undefined;
  }
}

/** Where a network's multiply-adds or its memory access are, every op by itself. */
export function workShares(cost: Cost, figure: 'macs' | 'memoryAccess'): WorkShares {
  return sharesOfParts(cost.layers.map((layer) => ({ kind: workKindOf(layer.node), amount: layer[figure] })));
}

/**
 * Where a network's measured time is. Ops that ran together count as the one with the most arithmetic: an activation that is
 * computed with its convolution is part of that.
 */
export function timeShares(
  graph: Graph,
  steps: readonly { readonly ids: readonly string[]; readonly timeMs: { readonly median: number } }[],
): WorkShares {
  const kinds = new Map(graph.nodes.map((node) => [node.id, workKindOf(node)]));
  return sharesOfParts(
    steps.map(({ ids, timeMs }) => ({
      kind: workKinds.find((kind) => ids.some((id) => kinds.get(id) === kind)),
      amount: timeMs.median,
    })),
  );
}

function sharesOfParts(parts: readonly { readonly kind: WorkKind | undefined; readonly amount: number }[]): WorkShares {
  const sums: Record<WorkKind, number> = { dense: 0, depthwise: 0, elementWise: 0, moving: 0, pool: 0 };
  for (const { kind, amount } of parts) if (kind !== undefined) sums[kind] += amount;
  const total = workKinds.reduce((sum, kind) => sum + sums[kind], 0);
  for (const kind of workKinds) sums[kind] = total === 0 ? 0 : sums[kind] / total;
  return sums;
}
