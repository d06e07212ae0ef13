import { arithmeticValue } from './arithmetic';
import { plainText } from './plainText';

/** The number that a text means, and whether it says per cent or is a fraction. */
export type TypedNumber = { readonly value: number; readonly isPercent: boolean; readonly isFraction: boolean };

/** Longer texts are no numbers. */
const maxLength = 200;

/**
 * Reads a number as people type it: `1.5M`, `1,500,000`, `1 500 000`, `1.5e6`, `1.5×10^6`, `1.5 million`, `150 万`, `3/2`, `12 %`,
 * `8.7:1`, `9·64·112²`, in digits of any width. `about` before it and a name behind it (`MACs`, `times`, `次`, or `unit`) say
 * nothing. Null where it is not understood.
 */
export function readNumber(text: string, unit = ''): TypedNumber | null {
  if (text.length > maxLength) return null;
  const plain = plainText(text).replace(/^x ?(?=[\d.])/, '');
  const unitText = plainText(unit);
  const bare = unitText !== '' && plain.endsWith(unitText) ? plain.slice(0, -unitText.length).trim() : plain;
  const named = bare.replace(names, '').trim();
  const isPercent = named.endsWith('%');
  const digits = (isPercent ? named.slice(0, -1) : named)
    .trim()
    .replace(/^([^:]+?)\s*x?\s*(?::|to|比)\s*([^:]+)$/, '$1/$2');
  const literal = scaledOf(digits);
  const value = literal ?? arithmeticValue(digits, scaledOf);
  if (value === null || !Number.isFinite(value)) return null;
  // A difference below zero is a range, or a slip.
  if (literal === null && value < 0) return null;
  return { value: isPercent ? value / 100 : value, isPercent, isFraction: isShare(digits, value) };
}

/** Whether it is written as a part of a whole: any plain fraction, or a computed one that is below 1. */
function isShare(digits: string, value: number): boolean {
  return /^[^/()x+^-]+\/[^/()x+^-]+$/.test(digits) || (digits.includes('/') && value < 1);
}

/** What may stand behind a number without changing it. */
const names =
  /(?<=[\d%a-z万亿千百) ])\s*(?:mac|macs|flops?|multiply-adds?|mult-adds?|params?|parameters?|weights?|elements?|channels?|points?|-?fold|times(?: (?:fewer|less|more|as many|as much))?|x|次乘加|乘加|次|倍|个参数|个权重|个元素|个通道|个|左右)$/;

/** What a word behind a number stands for, as a power of ten. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillion|t|万亿)$/, 12],
  [/^(?:billion|bn|b|g|giga)$/, 9],
  [/^亿$/, 8],
  [/^千万$/, 7],
  [/^(?:million|millions|mio|mln|m|mega|百万)$/, 6],
  [/^(?:万|w)$/, 4],
  [/^(?:thousand|k|kilo|千)$/, 3],
  [/^百$/, 2],
  [/^$/, 0],
];

/** A number with a power of ten and a scale behind it. */
function scaledOf(text: string): number | null {
  const parts =
    /^([+-]?)\s*([\d., ]*\d[.,]?|[.,]\d+)\s*(?:e\s*([+-]?\d{1,3})|x\s*10\s*\^\s*\(?([+-]?\d{1,3})\)?)?\s*([a-z万亿千百]*)$/.exec(
      text,
    );
  if (parts === null) return null;
  const [, sign, digits = '', power = '', power10 = '', scale = ''] = parts;
  const mantissa = digitsOf(digits.trim());
  const scalePower = scales.find(([pattern]) => pattern.test(scale))?.[1];
  if (mantissa === null || scalePower === undefined) return null;
  const exponent = Number(power === '' ? power10 : power) + scalePower;
  // Written as one literal, so that 1.13 万 is 11,300 and not a hair less.
  return (sign === '-' ? -1 : 1) * Number(`${mantissa}e${String(exponent)}`);
}

/** Digits as a program writes them; null where the separators are in no order. */
function digitsOf(text: string): string | null {
  const separators = text.match(/[^\d]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return text;
  const isMixed = separators.some((each) => each !== last);
  const at = text.lastIndexOf(last);
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  const isDecimal =
    last !== ' ' &&
    (isMixed ? separators.filter((each) => each === last).length === 1 : separators.length === 1) &&
    (isMixed || last === '.' || tail.length !== 3 || head === '' || /^0+$/.test(head));
  if (!isDecimal) return wholeOf(text);
  const whole = head === '' ? '0' : wholeOf(head);
  return whole === null ? null : `${whole}.${tail}`;
}

/** Digits in groups of three, or of four as some count in Chinese, or in none. */
function wholeOf(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const separator = /[., ]/.exec(text)?.[0] ?? ',';
  const [first = '', ...groups] = text.split(separator);
  const size = groups[0]?.length ?? 0;
  const fits = first.length >= 1 && first.length <= size && (size === 3 || size === 4);
  return fits && groups.every((group) => group.length === size && /^\d+$/.test(group)) && /^\d+$/.test(first)
    ? [first, ...groups].join('')
    : null;
}
