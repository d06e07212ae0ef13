import type { Node } from '../../../nets/graph';
import type { Convention } from '../../../nets/readings/convention';
import { countedBy } from '../../../nets/readings/convention';
import { peakOf } from '../../../nets/readings/cost';
import { elementCount } from '../../../nets/op';
import type { CostFigures } from './costFigures';
import type { Counted } from '../../../nets/readings/cost';

/** The contribution of one node to a total. */
export type CostPart = { readonly node: Node; readonly value: number };

/** The figures that are sums over nodes; arithmetic intensity is a quotient. */
export type SummedFigure = Exclude<keyof CostFigures, 'intensity'>;

/** The nonzero parts of a total in execution order; of peak activations, the tensors alive at the peak. */
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
      // An in-place op adds nothing to the peak.
      return [...read, { node: at, value: rest }];
    }
  }
}
