import type { Graph, Node } from '../../nets/graph';
import { consumersOf, valueAt } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import type { KerasLayer } from '../formats/keras/keras';
import { fromDepthwise, fromHwio, fromInOut } from '../stated/axes';
import type { StoredTensor } from '../weights/stateDict';
import { UnreadableLayers, type CheckpointLayers, type StoredLayer, type StoredNorm } from './checkpointLayers';
import { lastBranchFirst } from './fittedTensors';

/** The default of Keras, which its published networks were trained with. */
const epsilon = 1e-3;

/** The layers of a file by class, each class in order. */
type Streams = {
  readonly conv: readonly StoredLayer[];
  readonly depthwise: readonly StoredLayer[];
  readonly dense: readonly StoredLayer[];
  readonly norms: readonly StoredNorm[];
};

/**
 * The layers of Keras 3's `.weights.h5`, which has the convolutions in order, and the batch norms in order, but not which
 * follows which: the graph of a network tells.
 */
export function numberedLayers(
  layers: readonly KerasLayer[],
  tensors: ReadonlyMap<string, StoredTensor>,
): Pick<CheckpointLayers, 'orders' | 'orderFor'> {
  const streams = streamsOf(layers, tensors);
  const { conv, depthwise, dense } = streams;
  // Only the last is of use: it tells the number of classes.
  const order = dense.length > 0 ? [...conv, ...depthwise, ...dense] : [...depthwise, ...conv];
  return { orders: [order], orderFor: (graph) => orderIn(graph, streams) };
}

function streamsOf(layers: readonly KerasLayer[], tensors: ReadonlyMap<string, StoredTensor>): Streams {
  const streams: Readonly<Record<'conv' | 'depthwise' | 'dense', StoredLayer[]>> = {
    conv: [],
    depthwise: [],
    dense: [],
  };
  const norms: StoredNorm[] = [];
  const owners = new Map<string, string>();
  for (const { weights } of layers) {
    const found = weights.flatMap((name) => tensors.get(name) ?? []);
    const [first, second] = found;
    if (first === undefined) continue;
    const path = first.name.split('/').slice(0, -1);
    const kind = (path.at(-1) ?? '').replace(/_\d+$/, '');
    const owner = path.slice(0, -1).join('/');
    if ((owners.get(kind) ?? owner) !== owner) {
      throw new UnreadableLayers(first.name, `layers of one class in two models: ${saveWhole}`);
    }
    owners.set(kind, owner);
    const bias = second === undefined ? {} : { bias: second };
    if (kind === 'conv2d') streams.conv.push({ weight: fromHwio(axes(first, 4)), ...bias });
    else if (kind === 'depthwise_conv2d') streams.depthwise.push({ weight: fromDepthwise(axes(first, 4)), ...bias });
    else if (kind === 'dense') streams.dense.push({ weight: fromInOut(axes(first, 2)), ...bias });
    else if (kind === 'batch_normalization') norms.push(normOf(first.name, found));
    else if (kind !== 'normalization')
      throw new UnreadableLayers(first.name, `layers of the class ${kind}: ${saveWhole}`);
  }
  return { ...streams, norms };
}

const saveWhole = "save the whole model, with model.save('model.keras')";

function axes(tensor: StoredTensor, count: number): StoredTensor {
  if (tensor.shape.length === count) return tensor;
  throw new UnreadableLayers(tensor.name, `axes of its weights (got ${tensor.shape.length}, wanted ${count})`);
}

/** Scale and shift are missing where the network has none, and nothing says which of the two is there. */
function normOf(name: string, weights: readonly StoredTensor[]): StoredNorm {
  const [weight, bias, mean, variance] = weights;
  if (
    weights.length === 4 &&
    weight !== undefined &&
    bias !== undefined &&
    mean !== undefined &&
    variance !== undefined
  ) {
    return { weight, bias, mean, variance, epsilon };
  }
  throw new UnreadableLayers(name, `values of a batch norm (got ${weights.length}, wanted 4): ${saveWhole}`);
}

function orderIn(graph: Graph, streams: Streams): readonly StoredLayer[] | undefined {
  const nodes = graph.nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer'));
  const otherwise = lastBranchFirst(graph).filter(({ op }) => hasTrait(op, 'isWeightLayer'));
  // Where branches have layers of their own, either may be numbered first.
  if (nodes.some((node, index) => node !== otherwise[index])) return undefined;
  const consumers = consumersOf(graph);
  const next = { conv: 0, depthwise: 0, dense: 0, norms: 0 };
  const ordered = nodes.flatMap((node) => {
    const stream = streamOf(node, streams, next.dense);
    const layer = streams[stream][next[stream]];
    next[stream] += 1;
    if (layer === undefined) return [];
    const [reader, ...others] = valueAt(consumers, node.id);
    if (reader?.op.kind !== 'batchNorm' || others.length > 0) return [layer];
    const norm = streams.norms[next.norms];
    next.norms += 1;
    return [norm === undefined ? layer : { ...layer, norm }];
  });
  const { conv, depthwise, dense, norms } = streams;
  const counts = { conv: conv.length, depthwise: depthwise.length, dense: dense.length, norms: norms.length };
  return JSON.stringify(counts) === JSON.stringify(next) ? ordered : undefined;
}

/** Keras writes some classifiers as dense layers, others as 1x1 convolutions. */
function streamOf({ op, inputs: [from] }: Node, { dense }: Streams, taken: number): 'conv' | 'depthwise' | 'dense' {
  if (op.kind === 'fullyConnected') return taken < dense.length ? 'dense' : 'conv';
  const isDepthwise = op.kind === 'conv' && op.groups > 1 && op.groups === from?.shape.channels;
  return isDepthwise ? 'depthwise' : 'conv';
}
