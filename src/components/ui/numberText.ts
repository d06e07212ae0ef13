import { useLingui } from '@lingui/react';

const scales = [
  { from: 1e12, by: 1e12, prefix: 'T' },
  { from: 1e9, by: 1e9, prefix: 'G' },
  { from: 1e6, by: 1e6, prefix: 'M' },
  { from: 1e4, by: 1e3, prefix: 'k' },
] as const;

/** Writes numbers of one language in one form. */
export type NumberFormat = { readonly format: (value: number) => string };

const formats = new Map<string, NumberFormat>();

/**
 * The one way to write a number on a page; every other function of this file goes through it. A negative number has a
 * minus sign (−), not a hyphen; what rounds to zero has no sign; what is no finite number is a dash.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): NumberFormat {
  // Making one takes longer than using it a hundred times.
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const intl = new Intl.NumberFormat(locale, options);
  const made = {
    format: (value: number): string => {
      if (!Number.isFinite(value)) return '–';
      const text = intl.format(value);
      return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
    },
  };
  formats.set(key, made);
  return made;
}

/**
 * Three significant digits with k, M, G or T: `301 M`. A whole number below 10,000 is written out: `9,408`.
 * The prefixes are the same in every language, as they are in the papers.
 */
export function shortNumberText(value: number, locale: string): string {
  const size = Math.abs(value);
  const scale = scaleOf(size);
  const digits = numberFormat(
    locale,
    scale === undefined && Number.isInteger(value)
      ? {}
      : { maximumSignificantDigits: 3, minimumSignificantDigits: scale === undefined ? 1 : 3 },
  );
  return scale === undefined ? digits.format(value) : `${digits.format(value / scale.by)}\u00a0${scale.prefix}`;
}

/** The scale of a number once it is rounded: 999,600 would otherwise become 1000 k. */
function scaleOf(size: number): (typeof scales)[number] | undefined {
  return scales.find(({ from }) => Number(size.toPrecision(3)) >= from);
}

/**
 * Writes the ticks of an axis as `shortNumberText`, but with as many decimals as the ticks of the same prefix need, all
 * the same: `50 M` and `100 M`, `0.5 M` and `1.0 M`.
 */
export function tickTextOf(ticks: readonly number[], locale: string): (value: number) => string {
  const scaled = (value: number) => {
    const scale = scaleOf(Math.abs(value));
    return { prefix: scale?.prefix ?? '', value: Number((value / (scale?.by ?? 1)).toPrecision(3)) };
  };
  const decimals = new Map<string, number>();
  for (const tick of ticks) {
    const { prefix, value } = scaled(tick);
    const [, fraction = ''] = String(value).split('.');
    decimals.set(prefix, Math.max(decimals.get(prefix) ?? 0, fraction.length));
  }
  return (tick) => {
    const { prefix, value } = scaled(tick);
    const digits = decimals.get(prefix) ?? 0;
    const text = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
    return prefix === '' ? text : `${text} ${prefix}`;
  };
}

/** Every digit, grouped as in the language: `300,774,272`. */
export function exactNumberText(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 12 }).format(value);
}

/**
 * Milliseconds without the unit, as on an instrument: `0.012`, `0.42`, `8.3`, `127`, `4,210`; with as many decimals as `like` has,
 * where times stand beside each other.
 */
export function millisecondsText(valueMs: number, locale: string, like = valueMs): string {
  return fixedText(valueMs, locale, millisecondDecimals(like));
}

/** Decimals with which milliseconds are written. */
export function millisecondDecimals(valueMs: number): number {
  const size = Math.abs(valueMs);
  if (size < 1) return size < 0.1 && size > 0 ? 3 : 2;
  return size < 100 ? 1 : 0;
}

/** A number with so many decimals: `5.20`. */
export function fixedText(value: number, locale: string, decimals: number): string {
  return numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** A difference with its sign: `+5.2`, `−3.2`, `0.0`. */
export function signedText(value: number, locale: string, decimals: number): string {
  const text = fixedText(value, locale, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A duration with its unit: `412 ms`, `12.4 s`. */
export function durationText(valueMs: number, locale: string): string {
  return valueMs < 10_000
    ? `${millisecondsText(valueMs, locale)}\u00a0ms`
    : `${millisecondsText(valueMs / 1000, locale)}\u00a0s`;
}

/** Bytes in decimal units, as browsers show them, megabytes with one decimal: `4.6 MB`, `8.0 MB`. */
export function bytesText(bytes: number, locale: string): string {
  const [unit, by] =
    bytes >= 1e6 ? (['megabyte', 1e6] as const) : bytes >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const);
  const text = numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    minimumFractionDigits: unit === 'megabyte' ? 1 : 0,
    maximumFractionDigits: 1,
  }).format(bytes / by);
  return text.replace(' ', '\u00a0');
}

/** A fraction of 1 as a percentage: `79.9%`. */
export function percentText(fraction: number, locale: string, decimals = 1): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(fraction);
}

/**
 * A probability or a share to whole per cent. Only what is all is `100%`, and only what is nothing `0%`: what rounds there
 * is `> 99%` or `< 1%`, in Chinese `99% 以上` or `不到 1%`.
 */
export function wholePercentText(fraction: number, locale: string): string {
  const isChinese = locale.startsWith('zh');
  if (fraction > 0.99 && fraction < 1 && Math.round(fraction * 100) === 100) {
    const most = percentText(0.99, locale, 0);
    return isChinese ? `${most}\u00a0以上` : `>\u00a0${most}`;
  }
  if (fraction > 0 && fraction < 0.005) {
    const least = percentText(0.01, locale, 0);
    return isChinese ? `不到\u00a0${least}` : `<\u00a0${least}`;
  }
  return percentText(fraction, locale, 0);
}

/** A number, already written, with its unit: `224 px`, but `70%` and `0.5×`. */
export function withUnitText(text: string, unit: string | undefined): string {
  if (unit === undefined) return text;
  return unit === '%' || unit === '×' ? `${text}${unit}` : `${text} ${unit}`;
}

/** A date of ISO 8601 with its minute, where the reader is: `30 Nov 2026, 10:45`. */
export function dateText(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(date));
}

/** A text whose numbers stay on one line with their units: `AMD EPYC, 25 GB`. */
export function keptTogether(text: string): string {
  return text.replaceAll(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** Items as a sentence lists them, in Chinese with its own comma: `5 rounds, WebGPU`. */
export function listText(items: readonly string[], locale: string): string {
  return items.join(locale.startsWith('zh') ? '、' : ', ');
}

/** Ratios and sizes that are compared at a glance: `1.00`, `0.47`. */
export const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** Formats numbers in the language of the page. */
export function useNumberText(format: Intl.NumberFormatOptions): (value: number) => string {
  const { i18n } = useLingui();
  return (value) => numberFormat(i18n.locale, format).format(value);
}
