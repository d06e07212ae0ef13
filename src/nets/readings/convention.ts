import type { Node, Reading } from '../graph';
import { read, valueAt } from '../graph';
import { elementCount } from '../op';
import type { Cost, Counted } from './cost';

/** How a paper or a tool counts. The app counts by `plainConvention`. */
export type Convention = {
  /** Operations per multiply-add: one (MACs), or two (FLOPs = 2 x MACs). */
  readonly perMac: 1 | 2;
  /** What else counts as operations. */
  readonly extras: Readonly<Record<Extra, boolean>>;
  /** Values of batch norm per channel that count as params: none, scale and shift, or running mean and variance too. */
  readonly normParams: 0 | 2 | 4;
};

/**
 * `bias`: one addition per output. `norm`: a multiplication and an addition per element. `elementwise`: one operation
 * per element of activations, sums and gates, and per element that a pool reads.
 */
export type Extra = 'bias' | 'norm' | 'elementwise';

/** Multiply-adds of convolutions and fully connected layers; params with batch norm's scale and shift. */
export const plainConvention: Convention = {
  perMac: 1,
  extras: { bias: false, norm: false, elementwise: false },
  normParams: 2,
};

/** A node with its params and operations as a convention counts them. */
export type CountedLayer = { readonly node: Node; readonly params: number; readonly operations: number };

/** Params and operations of a graph under a convention, layer by layer and in total; exact, for one image. */
export function countedBy(
  { graph, cost }: Counted,
  convention: Convention,
): { readonly params: number; readonly operations: number; readonly layers: readonly CountedLayer[] } {
  const extras = read(graph, extraReading);
  const layers = cost.layers.map(({ node, weights, biases, norms, macs }): CountedLayer => {
    const extra = valueAt(extras, node.id);
    const counts = extra.kind !== 'none' && convention.extras[extra.kind];
    return {
      node,
      params: weights + biases + (norms / 2) * convention.normParams,
      operations: macs * convention.perMac + (counts ? extra.operations : 0),
    };
  });
  const total = (figure: (layer: CountedLayer) => number): number =>
    layers.reduce((sum, layer) => sum + figure(layer), 0);
  return { params: total((layer) => layer.params), operations: total((layer) => layer.operations), layers };
}

/** A cost whose params and multiply-adds are counted by a convention, layer by layer and in total. */
export function costBy(counted: Counted, convention: Convention): Cost {
  const { params, operations, layers } = countedBy(counted, convention);
  return {
    ...counted.cost,
    params,
    macs: operations,
    layers: counted.cost.layers.map((layer, index) => {
      const by = layers[index];
      return by === undefined ? layer : { ...layer, params: by.params, macs: by.operations };
    }),
  };
}

type ExtraOperations = { readonly kind: Extra | 'none'; readonly operations: number };

const none: ExtraOperations = { kind: 'none', operations: 0 };

const extraReading: Reading<ExtraOperations> = {
  input: () => none,
  conv: (op, node) => (op.bias ? { kind: 'bias', operations: elementCount(node.shape) } : none),
  fullyConnected: (op, node) => (op.bias ? { kind: 'bias', operations: elementCount(node.shape) } : none),
  batchNorm: (_, node) => ({ kind: 'norm', operations: 2 * elementCount(node.shape) }),
  activation: (_, node) => elementwise(elementCount(node.shape)),
  maxPool: (_, node) => elementwise(inputElements(node)),
  averagePool: (_, node) => elementwise(inputElements(node)),
  globalAveragePool: (_, node) => elementwise(inputElements(node)),
  add: (_, node) => elementwise((node.inputs.length - 1) * elementCount(node.shape)),
  scale: (_, node) => elementwise(elementCount(node.shape)),
  concat: () => none,
  channelSlice: () => none,
  channelShuffle: () => none,
  flatten: () => none,
  dropout: () => none,
};

function elementwise(operations: number): ExtraOperations {
  return { kind: 'elementwise', operations };
}

function inputElements(node: Node): number {
  return node.inputs.reduce((sum, input) => sum + elementCount(input.shape), 0);
}
