import type { Node } from '../../../nets/graph';
import type { Convention } from '../../../nets/readings/convention';
import { countedBy } from '../../../nets/readings/convention';
import { peakOf } from '../../../nets/readings/cost';
import { elementCount } from '../../../nets/op';
import type { CostFigures } from './costFigures';
import type { Counted } from '../../../nets/readings/cost';

/** The part of a total that one node is answerable for. */
export type CostPart = { readonly node: Node; readonly value: number };

/** A figure that is a sum over nodes; arithmetic intensity is a quotient and has no parts. */
export type SummedFigure = Exclude<keyof CostFigures, 'intensity'>;

/** What a total is the sum of, in execution order, without zeros. Of peak activations: the tensors alive at the peak. */
export function costParts(counted: Counted, figure: SummedFigure, convention: Convention): readonly CostPart[] {
  return partsOf(counted, figure, convention).filter(({ value }) => value > 0);
}

function partsOf(counted: Counted, figure: SummedFigure, convention: Convention): readonly CostPart[] {
  const { graph, cost } = counted;
  switch (figure) {
    case 'params':
      return countedBy(counted, convention).layers.map(({ node, params }) => ({ node, value: params }));
    case 'operations':
      return countedBy(counted, convention).layers.map(({ node, operations }) => ({ node, value: operations }));
    case 'memoryAccess':
      return cost.layers.map(({ node, memoryAccess }) => ({ node, value: memoryAccess }));
    case 'peakActivations': {
      const { at, alive, elements } = peakOf(graph);
      const read = alive.map((node) => ({ node, value: elementCount(node.shape) }));
      const rest = elements - read.reduce((sum, { value }) => sum + value, 0);
      // An op that writes over its input adds nothing to the peak.
      return [...read, { node: at, value: rest }];
    }
  }
}
