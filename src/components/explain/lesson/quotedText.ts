import { numberFormat } from '../../ui/numberText';

/** A number that somebody gave, with all of its digits, as far as anybody types them. */
export function quotedText(value: number, locale: string): string {
  const isSmall = value !== 0 && Math.abs(value) < 0.001;
  return numberFormat(locale, isSmall ? { maximumSignificantDigits: 6 } : { maximumFractionDigits: 6 }).format(value);
}
