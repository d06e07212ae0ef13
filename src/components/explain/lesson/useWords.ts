import { useLingui } from '@lingui/react';
import type { Words } from '../../../course/words';
import { exactNumberText, fixedText, percentText, shortNumberText } from '../../ui/numberText';

/** Writes what a lesson says in the language of the page. */
export function useWords(): (words: Words) => string {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return (words) => {
    if (typeof words !== 'function') return i18n._(words);
    const message = words({
      exact: (value) => exactNumberText(value, locale),
      short: (value) => shortNumberText(value, locale),
      fixed: (value, decimals) => fixedText(value, locale, decimals),
      percent: (share, decimals = 1) => percentText(share, locale, decimals),
    });
    return i18n._(message);
  };
}
