import { useLingui } from '@lingui/react/macro';
import type { PartCost } from '../../../nets/readings/networkParts';
import { useConvention } from '../cost/useConvention';

/** The names of the three costs under the page's convention. */
export function useCostNames(): Readonly<Record<PartCost, string>> {
  const { t } = useLingui();
  const [{ perMac }] = useConvention();
  return { params: t`Params`, macs: perMac === 1 ? t`MACs` : t`FLOPs`, memoryAccess: t`Memory access` };
}
