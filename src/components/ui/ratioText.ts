import { useLingui } from '@lingui/react/macro';
import { numberFormat, percentText } from './numberText';

/** From these on, more or fewer is told as a factor; below, as a percentage: nobody says ‘1.6× fewer’. */
const leastFactors = { more: 1.5, fewer: 2 } as const;

/**
 * Says in words how a count compares with another: `8.9× fewer`, `2.1× as many`, `4% fewer`, `the same`. `ratio` is the count
 * divided by the other.
 */
export function useRatioText(): (ratio: number) => string {
  const { i18n, t } = useLingui();
  return (ratio) => {
    const factor = ratio < 1 ? 1 / ratio : ratio;
    const times = numberFormat(i18n.locale, {
      minimumFractionDigits: factor < 9.95 ? 1 : 0,
      maximumFractionDigits: factor < 9.95 ? 1 : 0,
    }).format(factor);
    if (factor >= leastFactors[ratio < 1 ? 'fewer' : 'more'])
      return ratio < 1 ? t`${times}× fewer` : t`${times}× as many`;
    const change = Math.abs(ratio - 1);
    if (change < 0.005) return t`the same`;
    const percent = percentText(change, i18n.locale, 0);
    return ratio < 1 ? t`${percent} fewer` : t`${percent} more`;
  };
}
