import { paddingOf } from './build';
import type { Graph, Node } from './graph';
import { graphOf, inputOf, valueAt } from './graph';
import { hasTrait, type Padding } from './op';

/**
 * The same network with its strided windows padded as another framework pads them. At stride 2 PyTorch pads all sides
 * equally (`symmetric`); TensorFlow's SAME puts the odd row and column at the bottom and right, which shifts every window
 * by a pixel. All shapes stay the same, but weights trained with one lose accuracy with the other. Windows without padding
 * and windows of stride 1 are the same in both.
 */
export function withPadding(graph: Graph, rule: 'symmetric' | 'same'): Graph {
  const nodes = new Map<string, Node>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => valueAt(nodes, input.id));
    nodes.set(node.id, { ...node, inputs, op: opWithPadding(node, rule) });
  }
  return graphOf(valueAt(nodes, graph.output.id));
}

function opWithPadding(node: Node, rule: 'symmetric' | 'same'): Node['op'] {
  const { op } = node;
  if (!hasTrait(op, 'hasWindow')) return op;
  if (op.stride === 1 || isNone(op.padding)) return op;
  const kernel = op.kind === 'conv' ? op.kernel : ([op.kernel, op.kernel] as const);
  return { ...op, padding: paddingOf(node.id, rule, inputOf(node).shape, kernel, op.stride) };
}

function isNone({ top, bottom, left, right }: Padding): boolean {
  return top + bottom + left + right === 0;
}
