import type { Graph, Node } from '../graph';
import { valueAt } from '../graph';
import { hasTrait } from '../op';

/** How fragmented a block's work is, regardless of its amount. */
export type Fragments = {
  readonly convolutions: number;
  /** Ops that run at inference: all that are not free. */
  readonly ops: number;
  /** Ops in the longest chain in which each waits for the one before. */
  readonly longestChain: number;
};

/**
 * Counts the fragments that guideline 3 of ShuffleNet V2 warns of: a device launches each of them and waits for it.
 * arXiv:1807.11164, section 2.
 */
export function fragmentsOf(graph: Graph): Fragments {
  const chain = new Map<Node, number>();
  for (const node of graph.nodes) {
    const before = Math.max(0, ...node.inputs.map((input) => valueAt(chain, input)));
    chain.set(node, before + (isRun(node) ? 1 : 0));
  }
  return {
    convolutions: graph.nodes.filter(({ op }) => op.kind === 'conv').length,
    ops: graph.nodes.filter(isRun).length,
    longestChain: Math.max(...chain.values()),
  };
}

function isRun({ op }: Node): boolean {
  return !hasTrait(op, 'isFree');
}
