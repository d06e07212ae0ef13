import { useLingui } from '@lingui/react/macro';
import type { Convention } from '../../../nets/readings/convention';
import type { CostFigures } from './costFigures';

type CostRow = { readonly id: keyof CostFigures; readonly name: string; readonly unit: string };

/** The five figures of a cost in table order, with their names under the convention. */
export function useCostRows({ perMac }: Convention): readonly CostRow[] {
  const { t } = useLingui();
  return [
    { id: 'params', name: t`Params`, unit: '' },
    { id: 'operations', name: perMac === 1 ? t`MACs` : t`FLOPs = 2 × MACs`, unit: '' },
    { id: 'memoryAccess', name: t`Memory access cost`, unit: t`elements` },
    { id: 'peakActivations', name: t`Peak activation memory`, unit: t`elements` },
    { id: 'intensity', name: t`Arithmetic intensity`, unit: t`MACs per element` },
  ];
}
