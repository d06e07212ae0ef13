import type { Graph } from '../graph';
import type { ActivationFunction } from '../op';
import { elementCount } from '../op';

/** How much a network uses one of its activation functions. */
export type ActivationUse = {
  readonly function: ActivationFunction;
  /** Number of layers that apply it. */
  readonly layers: number;
  /** Values that it is applied to, for one image, and their share of all activated values. */
  readonly elements: number;
  readonly elementsShare: number;
};

/** The activation functions of a graph in order of first use. */
export function activationUsesOf(graph: Graph): readonly ActivationUse[] {
  const elements = new Map<ActivationFunction, number[]>();
  for (const { op, shape } of graph.nodes) {
    if (op.kind === 'activation')
      elements.set(op.function, [...(elements.get(op.function) ?? []), elementCount(shape)]);
  }
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const all = sum([...elements.values()].flat());
  return [...elements].map(([fn, counts]) => ({
    function: fn,
    layers: counts.length,
    elements: sum(counts),
    elementsShare: sum(counts) / all,
  }));
}
