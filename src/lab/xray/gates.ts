import type { Node } from '../../nets/graph';

/** The tensors by which maps of these nodes are multiplied, channel by channel. */
export function gatesOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap(({ op, inputs: [, gate] }) => (op.kind === 'scale' && gate !== undefined ? [gate] : []));
}
