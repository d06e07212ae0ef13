import { activation, fullyConnected } from './build';
import { graphOf, GraphError, inputOf, type Graph } from './graph';

/**
 * The same network with a fully connected layer and a ReLU before its classifier, as networks have that were taught new
 * classes: Teachable Machine's have 100 units there. No such layer where `units` is 0.
 */
export function withHiddenLayer(graph: Graph, units: number): Graph {
  const { output } = graph;
  if (units === 0) return graph;
  if (output.op.kind !== 'fullyConnected') throw new GraphError(`${output.id}: no classifier to put a layer before`);
  const { outFeatures, bias } = output.op;
  const hidden = activation('hidden.relu', fullyConnected('hidden.linear', inputOf(output), units), 'relu');
  return graphOf(fullyConnected(output.id, hidden, outFeatures, bias));
}
