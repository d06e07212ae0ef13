import { useLingui } from '@lingui/react/macro';
import { numberFormat } from '../../ui/numberText';
import { ratioWords } from './ratioWords';

/** Writes how an amount compares with another: `8.9× fewer`, `4% more`, `the same`; empty where no factor describes it. */
export function useRatioText(): (amount: number, other: number) => string {
  const { i18n, t } = useLingui();
  const { format } = numberFormat(i18n.locale, { maximumFractionDigits: 2 });
  return (amount, other) => {
    const words = ratioWords(amount, other);
    switch (words.kind) {
      case 'none':
        return '';
      case 'same':
        return t`the same`;
      case 'timesFewer':
      case 'timesMore': {
        const times = format(words.times);
        return words.kind === 'timesFewer' ? t`${times}× fewer` : t`${times}× more`;
      }
      case 'percentLess':
      case 'percentMore': {
        const percent = format(words.percent);
        return words.kind === 'percentLess' ? t`${percent}% less` : t`${percent}% more`;
      }
    }
  };
}
