import { useLingui } from '@lingui/react';

const scales = [
  { from: 1e12, by: 1e12, prefix: 'T' },
  { from: 1e9, by: 1e9, prefix: 'G' },
  { from: 1e6, by: 1e6, prefix: 'M' },
  { from: 1e4, by: 1e3, prefix: 'k' },
] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** A cached formatter: making one takes longer than using it a hundred times. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

/**
 * Three significant digits with k, M, G or T: `301 M`. A whole number below 10,000 is written out: `9,408`.
 * The prefixes are the same in every language, as they are in the papers.
 */
export function shortNumberText(value: number, locale: string): string {
  const size = Math.abs(value);
  // Choose the scale after rounding: 999,600 would otherwise become 1000 k.
  const scale = scales.find(({ from }) => Number(size.toPrecision(3)) >= from);
  const digits = numberFormat(
    locale,
    scale === undefined && Number.isInteger(value)
      ? {}
      : { maximumSignificantDigits: 3, minimumSignificantDigits: scale === undefined ? 1 : 3 },
  );
  return scale === undefined ? digits.format(value) : `${digits.format(value / scale.by)} ${scale.prefix}`;
}

/** Every digit, grouped as in the language: `300,774,272`. */
export function exactNumberText(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 12 }).format(value);
}

/** Milliseconds without the unit, as on an instrument: `0.42`, `8.3`, `127`, `4,210`. */
export function millisecondsText(valueMs: number, locale: string): string {
  const decimals = valueMs < 1 ? 2 : valueMs < 100 ? 1 : 0;
  return numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(valueMs);
}

/** A duration with its unit: `412 ms`, `12.4 s`. */
export function durationText(valueMs: number, locale: string): string {
  return valueMs < 10_000 ? `${millisecondsText(valueMs, locale)} ms` : `${millisecondsText(valueMs / 1000, locale)} s`;
}

/** Bytes in decimal units, as browsers show them: `4.6 MB`. */
export function bytesText(bytes: number, locale: string): string {
  const [unit, by] =
    bytes >= 1e6 ? (['megabyte', 1e6] as const) : bytes >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const);
  return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / by);
}

/** A fraction of 1 as a percentage: `79.9%`. */
export function percentText(fraction: number, locale: string, decimals = 1): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(fraction);
}

/** Ratios and sizes that are compared at a glance: `1.00`, `0.47`. */
export const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** Formats numbers in the language of the page. */
export function useNumberText(format: Intl.NumberFormatOptions): (value: number) => string {
  const { i18n } = useLingui();
  return (value) => numberFormat(i18n.locale, format).format(value);
}
