import { globalAveragePool } from './build';
import { graphOf, GraphError, inputOf, type Graph, type Node } from './graph';
import { hasTrait } from './op';

/**
 * The network without its classifier, as networks are kept whose features are used for something else: 1 x 1 x channels,
 * the averages of its last map (AlexNet and VGG-16: the last map as one vector). Fully connected layers before the
 * classifier go with it unless `keepsHidden`.
 */
export function withoutClassifier(graph: Graph, keepsHidden: boolean): Graph {
  const classifier = graph.nodes.findLast(({ op }) => hasTrait(op, 'isWeightLayer'));
  if (classifier === undefined) throw new GraphError(`${graph.output.id}: no classifier to leave out`);
  const last = beforeDropout(inputOf(classifier));
  // SqueezeNet averages its classes.
  if (!isVector(last)) return graphOf(globalAveragePool('features', last));
  return graphOf(keepsHidden ? last : beforeHidden(last));
}

/** The node that made a vector of the last map. */
function beforeHidden(vector: Node): Node {
  const from = inputOf(vector);
  return isVector(from) ? beforeHidden(from) : vector;
}

function beforeDropout(node: Node): Node {
  return node.op.kind === 'dropout' ? beforeDropout(inputOf(node)) : node;
}

function isVector({ shape }: Node): boolean {
  return shape.height === 1 && shape.width === 1;
}
