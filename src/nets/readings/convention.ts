import type { Graph, Node, Reading } from '../graph';
import { read } from '../graph';
import { elementCount } from '../op';
import { costOf } from './cost';

/** What a paper or a tool counts. The app's own habit is `plainConvention`; the others differ from it in a few ways. */
export type Convention = {
  /** A multiply-add as one operation (MACs), or its multiplication and addition as two (FLOPs = 2 x MACs). */
  readonly perMac: 1 | 2;
  /** What else counts as operations. */
  readonly extras: Readonly<Record<Extra, boolean>>;
  /** Values of batch norm per channel that count as params: none, scale and shift, or running mean and variance too. */
  readonly normParams: 0 | 2 | 4;
};

/**
 * `bias`: one addition per output. `norm`: a multiplication and an addition per element. `elementwise`: one operation per
 * element of activations, sums and gates, and per element that a pool reads (ptflops counts all of them so).
 */
export type Extra = 'bias' | 'norm' | 'elementwise';

/** Multiply-adds of convolutions and fully connected layers; params with batch norm's scale and shift. */
export const plainConvention: Convention = {
  perMac: 1,
  extras: { bias: false, norm: false, elementwise: false },
  normParams: 2,
};

/** Params and operations of a graph as this convention counts them; exact integers for one image. */
export function countedBy(
  graph: Graph,
  convention: Convention,
): { readonly params: number; readonly operations: number } {
  const cost = costOf(graph);
  const extras = read(graph, extraReading);
  let operations = cost.macs * convention.perMac;
  for (const extra of extras.values()) {
    if (extra.kind !== 'none' && convention.extras[extra.kind]) operations += extra.operations;
  }
  const norms = cost.params - cost.paramsWithoutNorm;
  return { params: cost.paramsWithoutNorm + (norms / 2) * convention.normParams, operations };
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
