import { depthwiseConv } from '../build';
import type { Graph, Node } from '../graph';
import { consumersOf, graphOf, inputOf, valueAt } from '../graph';
import { hasTrait } from '../op';
import { layerWeightsOf, type LayerWeights } from './layerWeights';
import { weightTensorsOf } from './weightTensors';
import type { TensorValue, TensorValues } from './tensorValue';

/**
 * The inference graph: batch norm is folded into the weight layer before it, which keeps its id and gets a bias, and
 * dropout is removed. A batch norm without a weight layer of its own becomes a 1x1 depthwise convolution under its own
 * id, with the same scale and shift per channel.
 */
export function foldedGraph(graph: Graph): Graph {
  const layers = normedLayers(graph);
  const folded = new Map<string, Node>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => valueAt(folded, input.id));
    folded.set(node.id, foldedNode(node, inputs, layers));
  }
  return graphOf(valueAt(folded, graph.output.id));
}

/**
 * The tensors of `foldedGraph(graph)`: w' = w g / sqrt(var + epsilon), b' = beta + (b - mean) g / sqrt(var + epsilon),
 * where g and beta are batch norm's weight and bias. Other tensors are passed on, not copied.
 * @param tensors every tensor of `weightTensorsOf(graph)`, in the shape given there
 */
export function foldedTensors(graph: Graph, tensors: TensorValues): TensorValues {
  const layers = normedLayers(graph);
  const folded = new Map<string, TensorValue>();
  for (const { name } of weightTensorsOf(graph)) folded.set(name, valueAt(tensors, name));
  for (const node of graph.nodes) {
    if (node.op.kind !== 'batchNorm') continue;
    for (const part of ['weight', 'bias', 'running_mean', 'running_var']) folded.delete(`${node.id}.${part}`);
    const layer = layers.get(node.id);
    const { weight, bias } = withNorm(layer, node.id, node.op.epsilon, tensors);
    folded.set(`${layer?.id ?? node.id}.weight`, weight);
    folded.set(`${layer?.id ?? node.id}.bias`, bias);
  }
  return folded;
}

/**
 * The weights of one node of `foldedGraph(graph)`, without folding any other.
 * @param tensors every tensor of `weightTensorsOf(graph)`, in the shape given there
 */
export function foldedLayer(graph: Graph, tensors: TensorValues, id: string): LayerWeights {
  const layers = normedLayers(graph);
  const norm = graph.nodes.find((node) => (layers.get(node.id)?.id ?? node.id) === id && node.op.kind === 'batchNorm');
  if (norm?.op.kind !== 'batchNorm') return layerWeightsOf({ id }, tensors);
  return withNorm(layers.get(norm.id), norm.id, norm.op.epsilon, tensors);
}

/** A layer's weights with the batch norm after it; without a layer, the batch norm as a depthwise layer of its own. */
function withNorm(
  layer: Node | undefined,
  normId: string,
  epsilon: number,
  tensors: TensorValues,
): { readonly weight: TensorValue; readonly bias: TensorValue } {
  const { scale, shift } = scaleAndShift(normId, epsilon, tensors);
  if (layer === undefined) {
    return {
      weight: { shape: [scale.length, 1, 1, 1], data: scale },
      bias: { shape: [shift.length], data: shift },
    };
  }
  const { bias } = layerWeightsOf(layer, tensors);
  return {
    weight: scaleRows(valueAt(tensors, `${layer.id}.weight`), scale),
    bias: shiftBias(bias ?? undefined, scale, shift),
  };
}

/** By batch norm's id: the weight layer before it, where the batch norm is its only reader. */
function normedLayers(graph: Graph): ReadonlyMap<string, Node> {
  const consumers = consumersOf(graph);
  const layers = new Map<string, Node>();
  for (const node of graph.nodes) {
    if (node.op.kind !== 'batchNorm') continue;
    const layer = inputOf(node);
    if (hasTrait(layer.op, 'isWeightLayer') && valueAt(consumers, layer.id).length === 1) layers.set(node.id, layer);
  }
  return layers;
}

function foldedNode(node: Node, inputs: readonly Node[], layers: ReadonlyMap<string, Node>): Node {
  const [first] = inputs;
  if (first === undefined) return node;
  if (hasTrait(node.op, 'isIdentity')) return first;
  if (node.op.kind !== 'batchNorm') return { ...node, inputs };
  if (!layers.has(node.id)) return depthwiseConv(node.id, first, { kernel: 1, bias: true });
  return hasTrait(first.op, 'isWeightLayer') ? { ...first, op: { ...first.op, bias: true } } : first;
}

/** Batch norm at inference is y = scale * x + shift. */
function scaleAndShift(
  id: string,
  epsilon: number,
  tensors: TensorValues,
): { readonly scale: Float32Array; readonly shift: Float32Array } {
  const weight = valueAt(tensors, `${id}.weight`).data;
  const bias = valueAt(tensors, `${id}.bias`).data;
  const mean = valueAt(tensors, `${id}.running_mean`).data;
  const variance = valueAt(tensors, `${id}.running_var`).data;
  const scale = weight.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + epsilon));
  const shift = bias.map((value, channel) => value - (mean[channel] ?? 0) * (scale[channel] ?? 0));
  return { scale, shift };
}

/** Multiplies each output channel's weights by the channel's scale. */
function scaleRows({ shape, data }: TensorValue, scale: Float32Array): TensorValue {
  const row = data.length / scale.length;
  const scaled = new Float32Array(data.length);
  scale.forEach((factor, channel) => {
    const end = (channel + 1) * row;
    for (let index = channel * row; index < end; index += 1) scaled[index] = (data[index] ?? 0) * factor;
  });
  return { shape, data: scaled };
}

function shiftBias(bias: TensorValue | undefined, scale: Float32Array, shift: Float32Array): TensorValue {
  const data = bias?.data.map((value, channel) => value * (scale[channel] ?? 0) + (shift[channel] ?? 0));
  return { shape: [shift.length], data: data ?? shift };
}
