import { conv } from '../build';
import type { Graph, Node } from '../graph';
import { consumersOf, graphOf, inputOf, valueAt } from '../graph';
import { convFlavour, hasTrait } from '../op';

/**
 * The same network with standard convolutions: every depthwise convolution, with the ops up to its pointwise convolution,
 * becomes one standard convolution of the same window, stride and output, under the id of the pointwise convolution. The 'Conv MobileNet' of MobileNets, arXiv:1704.04861, Table 4.
 */
export function withStandardConvolutions(graph: Graph): Graph {
  const consumers = consumersOf(graph);
  const rebuilt = new Map<Node, Node>();
  for (const node of graph.nodes) {
    const depthwise = depthwiseBefore(node, consumers);
    const inputs = node.inputs.map((input) => valueAt(rebuilt, input));
    if (depthwise === undefined) {
      rebuilt.set(node, { ...node, inputs });
    } else {
      const from = valueAt(rebuilt, inputOf(depthwise.node));
      const { kernel, stride, padding } = depthwise.op;
      rebuilt.set(node, conv(node.id, from, { outChannels: node.shape.channels, kernel, stride, padding }));
    }
  }
  return graphOf(valueAt(rebuilt, graph.output));
}

/** The depthwise convolution that only the pointwise convolution `node` reads; undefined for any other node. */
function depthwiseBefore(node: Node, consumers: ReadonlyMap<string, readonly Node[]>) {
  if (node.op.kind !== 'conv' || convFlavour(node.op, inputOf(node).shape.channels) !== 'pointwise') return undefined;
  let before = inputOf(node);
  while (hasTrait(before.op, 'isEpilogue')) before = inputOf(before);
  if (before.op.kind !== 'conv' || convFlavour(before.op, inputOf(before).shape.channels) !== 'depthwise')
    return undefined;
  return consumers.get(before.id)?.length === 1 ? { node: before, op: before.op } : undefined;
}
