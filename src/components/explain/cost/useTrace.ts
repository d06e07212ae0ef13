import { useState } from 'react';
import type { Factor } from '../../../nets/readings/formula';

/**
 * The chosen number of a formula, which the diagram marks.
 * @param formula identifies the formula; another one clears the choice
 */
export function useTrace(formula: string): {
  readonly traced: Factor | undefined;
  readonly trace: (factor: Factor | undefined) => void;
} {
  const [chosen, setChosen] = useState<{ readonly of: string; readonly factor: Factor } | undefined>(undefined);
  return {
    traced: chosen?.of === formula ? chosen.factor : undefined,
    trace: (factor) => {
      setChosen(factor && { of: formula, factor });
    },
  };
}
