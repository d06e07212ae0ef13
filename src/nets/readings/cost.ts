import type { Graph, Node, Reading } from '../graph';
import { inputOf, read, valueAt } from '../graph';
import { elementCount, hasTrait } from '../op';

/** What one node costs. All figures are exact integers for one image. */
export type NodeCost = {
  /** Weights of convolutions and fully connected layers. */
  readonly weights: number;
  /** Their biases. */
  readonly biases: number;
  /** Batch norm's learnable scale and shift. */
  readonly norms: number;
  /** Multiply-adds of convolutions and fully connected layers; every other op has 0. */
  readonly macs: number;
  /** Elements read from the inputs, read as weights, and written. */
  readonly inputElements: number;
  readonly weightElements: number;
  readonly outputElements: number;
};

/** A node with its cost. */
export type LayerCost = NodeCost & { readonly node: Node; readonly params: number; readonly memoryAccess: number };

export type Cost = {
  readonly layers: readonly LayerCost[];
  /** Learnable values, including batch norm's scale and shift. */
  readonly params: number;
  readonly paramsWithoutNorm: number;
  readonly macs: number;
  /**
   * Memory access cost in elements: input + output + weights of every node (ShuffleNet V2, arXiv:1807.11164, section
   * 2). Batch norm and dropout count 0, because neither runs at inference: norms are folded into convolutions.
   */
  readonly memoryAccess: number;
  /** The same for convolutions and fully connected layers only, which most papers compare. */
  readonly convMemoryAccess: number;
  /** The largest number of elements alive at one time; see `peakActivationsOf`. */
  readonly peakActivations: number;
};

/**
 * The cost reading of a graph. Multiply-adds follow the papers: a convolution of kh x kw has
 * kh * kw * cin / groups * cout for each pixel of its *output* map; biases do not count.
 */
export function costOf(graph: Graph): Cost {
  const costs = read(graph, costReading);
  const layers = graph.nodes.map((node) => {
    const cost = valueAt(costs, node.id);
    return {
      node,
      ...cost,
      params: cost.weights + cost.biases + cost.norms,
      memoryAccess: cost.inputElements + cost.weightElements + cost.outputElements,
    };
  });
  const total = (figure: (layer: LayerCost) => number): number => layers.reduce((sum, layer) => sum + figure(layer), 0);
  return {
    layers,
    params: total((layer) => layer.params),
    paramsWithoutNorm: total((layer) => layer.weights + layer.biases),
    macs: total((layer) => layer.macs),
    memoryAccess: total((layer) => layer.memoryAccess),
    convMemoryAccess: total((layer) => (layer.macs > 0 ? layer.memoryAccess : 0)),
    peakActivations: peakActivationsOf(graph),
  };
}

/** A graph with its cost, so that it is counted only once. */
export type Counted = { readonly graph: Graph; readonly cost: Cost };

export function countedGraph(graph: Graph): Counted {
  return { graph, cost: costOf(graph) };
}

/** The largest sum of live tensors along the schedule, in elements; see `peakOf`. */
function peakActivationsOf(graph: Graph): number {
  return peakOf(graph).elements;
}

/** The peak of a schedule: while `at` runs, the tensors of `alive` and its own result are in memory. */
export type Peak = { readonly elements: number; readonly at: Node; readonly alive: readonly Node[] };

/**
 * The largest sum of live tensors along the schedule, in elements. A tensor lives from the node that writes it to the
 * last node that reads it; an in-place op writes over an input that it is the last to read.
 */
export function peakOf(graph: Graph): Peak {
  const lastUse = new Map<Node, number>();
  for (const [step, node] of graph.nodes.entries()) for (const input of node.inputs) lastUse.set(input, step);
  const alive = new Set<Node>();
  let live = 0;
  let peak: Peak = { elements: 0, at: graph.input, alive: [] };
  for (const [step, node] of graph.nodes.entries()) {
    const dying = [...new Set(node.inputs)].filter((input) => lastUse.get(input) === step);
    const written = elementCount(node.shape);
    const inPlace = hasTrait(node.op, 'isInPlace') && dying.some((input) => elementCount(input.shape) === written);
    const elements = inPlace ? live : live + written;
    if (elements > peak.elements) peak = { elements, at: node, alive: [...alive] };
    for (const input of dying) alive.delete(input);
    alive.add(node);
    live += written - dying.reduce((sum, input) => sum + elementCount(input.shape), 0);
  }
  return peak;
}

const nothing: NodeCost = {
  weights: 0,
  biases: 0,
  norms: 0,
  macs: 0,
  inputElements: 0,
  weightElements: 0,
  outputElements: 0,
};

const costReading: Reading<NodeCost> = {
  input: () => nothing,
  conv: (op, node) => {
    const [height, width] = op.kernel;
    const perPixel = (height * width * inputOf(node).shape.channels * op.outChannels) / op.groups;
    const { height: rows, width: columns } = node.shape;
    return {
      ...moved(node, perPixel),
      weights: perPixel,
      biases: op.bias ? op.outChannels : 0,
      macs: perPixel * rows * columns,
    };
  },
  fullyConnected: (op, node) => {
    const weights = inputOf(node).shape.channels * op.outFeatures;
    return { ...moved(node, weights), weights, biases: op.bias ? op.outFeatures : 0, macs: weights };
  },
  batchNorm: (_, node) => ({ ...nothing, norms: 2 * node.shape.channels }),
  activation: (_, node) => moved(node),
  maxPool: (_, node) => moved(node),
  averagePool: (_, node) => moved(node),
  globalAveragePool: (_, node) => moved(node),
  add: (_, node) => moved(node),
  scale: (_, node) => moved(node),
  concat: (_, node) => moved(node),
  channelSlice: (_, node) => ({ ...moved(node), inputElements: elementCount(node.shape) }),
  channelShuffle: (_, node) => moved(node),
  flatten: () => nothing,
  dropout: () => nothing,
};

function moved(node: Node, weightElements = 0): NodeCost {
  const inputElements = node.inputs.reduce((sum, input) => sum + elementCount(input.shape), 0);
  return { ...nothing, inputElements, weightElements, outputElements: elementCount(node.shape) };
}

/** Multiply-adds per element moved. */
export function arithmeticIntensity(cost: { readonly macs: number; readonly memoryAccess: number }): number {
  return cost.memoryAccess === 0 ? 0 : cost.macs / cost.memoryAccess;
}
