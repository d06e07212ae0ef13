import type { Graph, Node } from '../graph';
import { valueAt } from '../graph';
import { hasTrait } from '../op';

/** How a block's work is cut up, apart from how much it is. */
export type Fragments = {
  readonly convolutions: number;
  /** Ops that a device is asked to run one by one: everything but the input and what is folded or free. */
  readonly ops: number;
  /** Ops that have to wait for one another: the longest chain. */
  readonly longestChain: number;
};

/**
 * Counts the pieces that guideline 3 of ShuffleNet V2 warns of: each is started, and waited for, by itself.
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
