import { useLingui } from '@lingui/react/macro';
import type { PartCost } from '../../../nets/readings/networkParts';
import type { Spending } from '../../../viz/network/spending';
import { wholePercentText } from '../../ui/numberText';
import { usePartWords } from '../diagram/partWords';

/** A finding on where a network spends a cost, as a sentence without a full stop; undefined where there is none. */
export function useSpendingText(): (spending: Spending, cost: PartCost) => string | undefined {
  const { i18n, t } = useLingui();
  const wordsOf = usePartWords();
  const percent = (share: number): string => wholePercentText(share, i18n.locale);
  return (spending, cost) => {
    switch (spending.kind) {
      case 'nothing':
        return undefined;
      case 'one':
      case 'largest': {
        const part = wordsOf(spending.part.id);
        const share = percent(spending.share);
        if (spending.kind === 'one')
          return {
            params: t`${part} alone has ${share} of the params`,
            macs: t`${part} alone does ${share} of the work`,
            memoryAccess: t`${part} alone has ${share} of the memory access`,
          }[cost];
        return {
          params: t`${part} has more params than any other part: ${share}`,
          macs: t`${part} does more of the work than any other part: ${share}`,
          memoryAccess: t`${part} has more memory access than any other part: ${share}`,
        }[cost];
      }
      case 'early': {
        const share = percent(spending.share);
        const map = `${String(spending.height)} × ${String(spending.height)}`;
        return {
          params: t`Params come early: ${share} are used before the map is down to ${map}`,
          macs: t`The work comes early: ${share} is done before the map is down to ${map}`,
          memoryAccess: t`Memory access is spent early: ${share} is over before the map is down to ${map}`,
        }[cost];
      }
      case 'late': {
        const share = percent(spending.share);
        const { count, of } = spending;
        return {
          params: t`Params sit late: ${share} are in the last ${count} of ${of} parts`,
          macs: t`The work comes late: ${share} is in the last ${count} of ${of} parts`,
          memoryAccess: t`Memory access is spent late: ${share} is in the last ${count} of ${of} parts`,
        }[cost];
      }
      case 'spread': {
        // Rounded up: no part has more.
        const share = percent(Math.ceil(100 * spending.share) / 100);
        return {
          params: t`Params are spread out: no part has more than ${share}`,
          macs: t`The work is spread out: no part does more than ${share}`,
          memoryAccess: t`Memory access is spread out: no part has more than ${share}`,
        }[cost];
      }
    }
  };
}
