import type { Convention } from '../../../nets/readings/convention';
import { countedBy } from '../../../nets/readings/convention';
import { arithmeticIntensity } from '../../../nets/readings/cost';
import type { Counted } from '../../../nets/readings/cost';

/** The five figures of the cost panel. */
export type CostFigures = {
  readonly params: number;
  /** MACs or FLOPs, by the convention. */
  readonly operations: number;
  /** Elements. */
  readonly memoryAccess: number;
  /** Elements. */
  readonly peakActivations: number;
  /** MACs per element moved, under any convention. */
  readonly intensity: number;
};

/** The figures of a graph under a counting convention. */
export function costFigures(counted: Counted, convention: Convention): CostFigures {
  const { cost } = counted;
  return {
    ...countedBy(counted, convention),
    memoryAccess: cost.memoryAccess,
    peakActivations: cost.peakActivations,
    intensity: arithmeticIntensity(cost),
  };
}
