import { unreadable } from '../errors/unreadable';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValue, TensorValues } from '../../nets/weights/tensorValue';
import { shortened } from '../formats/bytes/refusal';
import { lazyTensor, renamed } from '../formats/bytes/namedTensor';
import type { RunError } from '../errors/runError';
import type { StoredTensor } from '../weights/stateDict';
import { fromChannelsLast } from '../stated/axes';
import type { CheckpointLayers, StoredLayer, StoredNorm } from './checkpointLayers';

/** A layer of the graph, with the batch norm that is its only reader. */
type GraphLayer = { readonly node: Node; readonly norm?: Node };

export type FitOptions = Pick<CheckpointLayers, 'flattens'> & {
  /** Epsilon of the checkpoint's batch norms where they do not have one; by default that of the graph. */
  readonly epsilon?: number;
  /** Whether the checkpoint expects BGR images. */
  readonly isBgr?: boolean;
  /** Which layers get a bias of zeros where they have none, which changes nothing: the classifier, or every layer. */
  readonly fillsBias?: 'classifier' | 'all';
};

/** The first layer that does not fit, and how many fit before it, to find the likeliest network. */
export type Misfit = {
  readonly error: RunError;
  readonly fitted: number;
  /** Whether the file has so many layers more or less that no width of the network could fit it. */
  readonly isFar?: boolean;
};

/**
 * The tensors of a graph from the layers of a checkpoint: the n-th layer of the file is the n-th of the graph, if all
 * shapes agree.
 *
 * Differences are folded in, so that the tensors mean the same in the graph: batch norm that the file has folded into
 * its weights becomes one that only shifts, another epsilon goes into the scale, a bias before a batch norm into its
 * mean, and BGR order into the first filter. Files list branches in either order, so both are tried.
 */
export function fittedTensors(
  graph: Graph,
  stored: readonly StoredLayer[],
  options: FitOptions,
): Result<TensorValues, Misfit> {
  const layers = graphLayers(graph);
  const first = fittedInOrder(layers, stored, options);
  if (first.ok) return first;
  // Files of a network may lack a few layers, or have some for training only.
  const isFar = Math.abs(stored.length - layers.length) > layers.length / 2;
  if (isFar) return failure({ ...first.error, isFar });
  const otherwise = fittedInOrder(sortedLike(layers, lastBranchFirst(graph)), stored, options);
  return otherwise.ok || otherwise.error.fitted > first.error.fitted ? otherwise : first;
}

/**
 * The tensors of a graph from its layers in a file, by the id of the convolution or fully connected layer. The file has
 * stated its network: where a layer has no bias, it adds none.
 */
export function fittedById(
  graph: Graph,
  stored: ReadonlyMap<string, StoredLayer>,
  options: FitOptions,
): Result<TensorValues, Misfit> {
  const layers = graphLayers(graph);
  return fittedInOrder(
    layers,
    layers.flatMap(({ node }) => stored.get(node.id) ?? []),
    { ...options, fillsBias: 'all' },
  );
}

function graphLayers(graph: Graph): readonly GraphLayer[] {
  const consumers = consumersOf(graph);
  return graph.nodes.flatMap((node) => {
    if (!hasTrait(node.op, 'isWeightLayer')) return [];
    const [reader, ...others] = valueAt(consumers, node.id);
    return reader?.op.kind === 'batchNorm' && others.length === 0 ? [{ node, norm: reader }] : [{ node }];
  });
}

function sortedLike(layers: readonly GraphLayer[], nodes: readonly Node[]): readonly GraphLayer[] {
  const places = new Map(nodes.map((node, index) => [node.id, index]));
  return layers.toSorted((a, b) => (places.get(a.node.id) ?? 0) - (places.get(b.node.id) ?? 0));
}

/** An execution order that finishes the last branch of every join first. */
export function lastBranchFirst(graph: Graph): readonly Node[] {
  const ordered: Node[] = [];
  const done = new Set<Node>();
  const pending: Node[] = [graph.output];
  for (let node = pending.at(-1); node !== undefined; node = pending.at(-1)) {
    const next = done.has(node) ? undefined : node.inputs.toReversed().find((input) => !done.has(input));
    if (next !== undefined) {
      pending.push(next);
      continue;
    }
    pending.pop();
    if (!done.has(node)) ordered.push(node);
    done.add(node);
  }
  return ordered;
}

function fittedInOrder(
  layers: readonly GraphLayer[],
  stored: readonly StoredLayer[],
  options: FitOptions,
): Result<TensorValues, Misfit> {
  const tensors = new Map<string, TensorValue>();
  for (const [index, layer] of layers.entries()) {
    const isFilled = options.fillsBias === 'all' || (options.fillsBias === 'classifier' && index === layers.length - 1);
    const known = isFilled ? withBias(stored[index]) : stored[index];
    const error = fitLayer(tensors, layer, known, index === 0, options);
    if (error !== undefined) return failure({ error, fitted: index });
  }
  const extra = stored[layers.length];
  if (extra === undefined) return success(tensors);
  const error = misfit(extra.weight.name, null, extra.weight.shape);
  return failure({ error, fitted: layers.length });
}

/** The layer with a bias of zeros, if it has none. */
function withBias(layer: StoredLayer | undefined): StoredLayer | undefined {
  if (layer === undefined || layer.bias !== undefined || layer.norm !== undefined) return layer;
  const shape = layer.weight.shape.slice(0, 1);
  return {
    ...layer,
    bias: lazyTensor(`${layer.weight.name} without bias`, shape, () => new Float32Array(shape[0] ?? 0)),
  };
}

/** Adds the tensors of one layer, decoded when they are read. Returns what does not fit. */
function fitLayer(
  tensors: Map<string, TensorValue>,
  { node, norm }: GraphLayer,
  stored: StoredLayer | undefined,
  isStem: boolean,
  options: FitOptions,
): RunError | undefined {
  const [weight, bias] = weightTensorsOf({ input: node, output: node, nodes: [node] });
  if (weight === undefined) return undefined;
  if (stored === undefined) return misfit(weight.name, weight.shape, null);
  const keep = (name: string, shape: readonly number[], decode: () => Float32Array): void =>
    void tensors.set(name, lazyTensor(name, shape, decode));
  const keepTensor = (name: string, shape: readonly number[], tensor: StoredTensor): void =>
    void tensors.set(name, renamed(tensor, name, shape));
  if (!isSameShape(weight.shape, stored.weight.shape)) {
    return misfit(`${weight.name} (${stored.weight.name} in the file)`, weight.shape, stored.weight.shape);
  }
  const moved = windowMisfit(node, stored);
  if (moved !== undefined) return moved;
  keepTensor(weight.name, weight.shape, inOwnOrder(node, stored.weight, isStem, options));
  const wrong = vectorsOf(stored).find(({ shape }) => !isSameShape([node.shape.channels], shape));
  if (wrong !== undefined) return misfit(`${node.id} (${wrong.name} in the file)`, [node.shape.channels], wrong.shape);
  if (norm !== undefined) {
    if (vectorsOf(stored).length === 0) return misfit(`${norm.id}.weight`, [node.shape.channels], null);
    for (const [part, decode] of Object.entries(normData(norm, stored, options))) {
      keep(`${norm.id}.${part}`, [node.shape.channels], decode);
    }
    return undefined;
  }
  if (stored.norm !== undefined) return misfit(stored.norm.mean.name, null, stored.norm.mean.shape);
  if (bias === undefined) return biasMisfit(stored.bias);
  const { bias: storedBias } = stored;
  if (storedBias === undefined) return misfit(bias.name, bias.shape, null);
  keepTensor(bias.name, bias.shape, storedBias);
  return undefined;
}

/** A window that the file states to move otherwise than that of the network. */
function windowMisfit({ id, op }: Node, { weight, window }: StoredLayer): RunError | undefined {
  if (window === undefined || op.kind !== 'conv') return undefined;
  const { top, bottom, left, right } = op.padding;
  const wanted = {
    stride: [op.stride, op.stride],
    dilation: [1, 1],
    padding: [(top + bottom) / 2, (left + right) / 2],
  };
  for (const part of ['stride', 'dilation', 'padding'] as const) {
    const got = window[part];
    if (got === undefined || String(got) === String(wanted[part])) continue;
    const detail = `${id} (${shortened(weight.name)} in the file): another ${part} (got ${String(got)}, wanted ${String(wanted[part])})`;
    return unreadable(detail, 'unfit');
  }
  return undefined;
}

function vectorsOf({ bias, norm }: StoredLayer): readonly StoredTensor[] {
  return [bias, norm?.weight, norm?.bias, norm?.mean, norm?.variance].flatMap((tensor) => tensor ?? []);
}

/** Some formats write zeros where a layer has no bias: those are ignored. */
function biasMisfit(bias: StoredTensor | undefined): RunError | undefined {
  return bias?.data.some((value) => value !== 0) === true ? misfit(bias.name, null, bias.shape) : undefined;
}

function inOwnOrder(node: Node, weight: StoredTensor, isStem: boolean, options: FitOptions): StoredTensor {
  if (isStem && options.isBgr === true) {
    return lazyTensor(weight.name, weight.shape, () => withSwappedInputs(weight));
  }
  const from = inputOf(node);
  const isFlattened = node.op.kind === 'fullyConnected' && from.op.kind === 'flatten';
  return isFlattened && options.flattens === 'channelsLast' ? fromChannelsLast(weight, inputOf(from).shape) : weight;
}

/** The parameters of a batch norm with the same effect as the batch norm and bias of the stored layer. */
function normData(
  norm: Node,
  { bias, norm: stored }: StoredLayer,
  { epsilon }: FitOptions,
): Readonly<Record<string, () => Float32Array>> {
  const own = norm.op.kind === 'batchNorm' ? norm.op.epsilon : 0;
  const filled = (value: number) => new Float32Array(norm.shape.channels).fill(value);
  if (stored === undefined) {
    return {
      weight: () => filled(1),
      bias: () => bias?.data ?? filled(0),
      running_mean: () => filled(0),
      running_var: () => filled(1 - own),
    };
  }
  const from = stored.epsilon ?? epsilon ?? own;
  return {
    weight: () => atEpsilon(stored, from, own) ?? filled(1),
    bias: () => stored.bias?.data ?? filled(0),
    running_mean: () => (bias === undefined ? stored.mean.data : subtract(stored.mean.data, bias.data)),
    running_var: () => stored.variance.data,
  };
}

/**
 * The scale that has the same effect with epsilon `to` as the stored one with `from`. Changing the variance instead
 * could make it negative, and would lose its digits in float16.
 */
function atEpsilon({ weight, variance }: StoredNorm, from: number, to: number): Float32Array | undefined {
  const scale = weight?.data;
  if (from === to) return scale;
  return variance.data.map((value, channel) => (scale?.[channel] ?? 1) * Math.sqrt((value + to) / (value + from)));
}

function subtract(values: Float32Array, others: Float32Array): Float32Array {
  return values.map((value, index) => value - (others[index] ?? 0));
}

/** RGB filters from BGR filters. */
function withSwappedInputs({ shape, data }: StoredTensor): Float32Array {
  const [, channels = 1, height = 1, width = 1] = shape;
  const plane = height * width;
  return data.map((_, index) => {
    const channel = Math.floor(index / plane) % channels;
    return data[index + (channels - 1 - 2 * channel) * plane] ?? 0;
  });
}

/** Equal except for trailing sizes of one: a 1x1 convolution of a vector is a fully connected layer. */
function isSameShape(wanted: readonly number[], got: readonly number[]): boolean {
  const length = Math.max(wanted.length, got.length);
  return Array.from({ length }, (_, axis) => (wanted[axis] ?? 1) === (got[axis] ?? 1)).every(Boolean);
}

function misfit(tensor: string, wanted: readonly number[] | null, got: readonly number[] | null): RunError {
  return { code: 'weightsOfAnotherNetwork', tensor, wanted, got };
}
