import { useState } from 'react';
import type { Factor } from '../../../nets/readings/formula';

/**
 * The number of a formula that was chosen, to show in the diagram where it is read off. `formula` says which formula is
 * shown: another one lets the number go.
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
