import type { Graph, Node } from '../graph';
import { inputOf } from '../graph';
import { hasTrait } from '../op';

/** A tensor that a graph needs from a weights file, with PyTorch's name and axis order. */
export type WeightTensor = { readonly name: string; readonly shape: readonly number[]; readonly node: Node };

/**
 * Every weight tensor of the graph in execution order, with PyTorch's name: `ID.weight`, `.bias`, `.running_mean`,
 * `.running_var`. Convolution weights are out x in/groups x height x width, fully connected weights out x in.
 */
export function weightTensorsOf(graph: Graph): readonly WeightTensor[] {
  return graph.nodes.flatMap((node) => weightTensorsOfNode(node));
}

function weightTensorsOfNode(node: Node): readonly WeightTensor[] {
  const { op, id } = node;
  const tensor = (name: string, ...shape: number[]): WeightTensor => ({ name: `${id}.${name}`, shape, node });
  if (!hasTrait(op, 'hasParams')) return [];
  switch (op.kind) {
    case 'conv': {
      const inChannels = inputOf(node).shape.channels / op.groups;
      const weight = tensor('weight', op.outChannels, inChannels, ...op.kernel);
      return op.bias ? [weight, tensor('bias', op.outChannels)] : [weight];
    }
    case 'fullyConnected': {
      const weight = tensor('weight', op.outFeatures, inputOf(node).shape.channels);
      return op.bias ? [weight, tensor('bias', op.outFeatures)] : [weight];
    }
    case 'batchNorm':
      return ['weight', 'bias', 'running_mean', 'running_var'].map((name) => tensor(name, node.shape.channels));
  }
}
