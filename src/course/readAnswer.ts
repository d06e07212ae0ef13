import { failure, success, type Result } from '../nets/result';
import type { NumberForm } from './prediction';
import { bytesOf, isSameFamily, sizedOf } from './byteUnits';
import { plainText } from './plainText';
import { readNumber } from './readNumber';
import { twoReadings } from './twoReadings';

/** Why a typed answer is not taken. */
export type AnswerFault =
  | { readonly kind: 'empty' | 'unread' | 'negative' }
  /** More than all of it. */
  | { readonly kind: 'overAll' }
  /** More than there could be. */
  | { readonly kind: 'overMost'; readonly most: number }
  /** A number below 1 where per cent are asked for: `percent`, if it is a share of 1. */
  | { readonly kind: 'share'; readonly percent: number }
  /** Per cent where a factor is asked for: `value`, as a factor. */
  | { readonly kind: 'percentAsTimes'; readonly value: number }
  /** A fraction of 1 where a factor is asked for: 1/4 may be a quarter, or four times fewer. */
  | { readonly kind: 'fractionAsTimes'; readonly value: number; readonly fewer: number }
  /** Per cent where a count is asked for. */
  | { readonly kind: 'percentAsCount' }
  /** It means two numbers to two readers. */
  | { readonly kind: 'either'; readonly readings: readonly [number, number] }
  /** A size where a number without a unit is asked for. */
  | { readonly kind: 'sizeAsCount' }
  /** A size in a unit that is not the asked one and easily taken for it: `value`, in the asked unit, if it is meant as written. */
  | { readonly kind: 'otherUnit'; readonly unit: string; readonly value: number }
  /** A prefix alone behind the number where a unit is asked for. */
  | { readonly kind: 'prefixAsUnit'; readonly unit: string };

/** What the field asks for, and the unit behind it; a count if no form is given. */
type Field = { readonly form?: NumberForm; readonly isPart?: boolean; readonly most?: number; readonly unit?: string };

/**
 * Reads a typed answer in the unit of its field: `26`, `26 %` and `13/50` are 26 where per cent are asked for, and `1.1 %` is
 * 1.1 where points are. Answers are
 * never negative, no part of a whole is above 100%, and nothing is above the most that there could be; what could be meant in
 * two ways is asked back.
 */
export function readAnswer(
  text: string,
  { form = 'count', isPart = false, most, unit }: Field,
): Result<number, AnswerFault> {
  if (text.trim() === '') return failure({ kind: 'empty' });
  if (unit !== undefined) return readSize(text, unit);
  const readings = form === 'count' ? twoReadings(text) : undefined;
  if (readings !== undefined) return failure({ kind: 'either', readings });
  const typed = readNumber(text);
  if (typed === null) return failure({ kind: isSize(text) ? 'sizeAsCount' : 'unread' });
  const { value, isPercent, isFraction } = typed;
  if (value < 0) return failure({ kind: 'negative' });
  const percent = hundredfold(value);
  if (form !== 'percent') {
    if (isPercent && form !== 'points')
      return failure(form === 'times' ? { kind: 'percentAsTimes', value } : { kind: 'percentAsCount' });
    if (form === 'times' && isFraction && value > 0 && value < 1)
      return failure({ kind: 'fractionAsTimes', value, fewer: Number((1 / value).toPrecision(12)) });
    const said = isPercent ? percent : value;
    return most !== undefined && said > most ? failure({ kind: 'overMost', most }) : success(said);
  }
  if (!isPercent && !isFraction && value > 0 && value < 1) return failure({ kind: 'share', percent });
  const said = isPercent || isFraction ? percent : value;
  return isPart && said > 100 ? failure({ kind: 'overAll' }) : success(said);
}

/** Reads a size in the unit that is asked for. Bytes and units of the same family are converted; others are asked back. */
function readSize(text: string, unit: string): Result<number, AnswerFault> {
  const plain = plainText(text);
  const sized = sizedOf(plain);
  const isAsked = plain.endsWith(plainText(unit));
  const typed = readNumber(isAsked || sized === undefined ? text : sized.rest, unit);
  if (typed === null) return failure({ kind: 'unread' });
  const { value, isPercent } = typed;
  if (isPercent) return failure({ kind: 'percentAsCount' });
  if (value < 0) return failure({ kind: 'negative' });
  if (isAsked) return success(value);
  const asked = bytesOf(unit);
  if (sized === undefined || asked === undefined)
    return /\d ?[kmg]$/.test(plain) ? failure({ kind: 'prefixAsUnit', unit }) : success(value);
  const converted = Number(((value * sized.bytes) / asked).toPrecision(12));
  return isSameFamily(sized.bytes, asked) ? success(converted) : failure({ kind: 'otherUnit', unit, value: converted });
}

function isSize(text: string): boolean {
  return sizedOf(plainText(text)) !== undefined;
}

/** Without the digits that only binary numbers have: 0.283 is 28.3. */
function hundredfold(value: number): number {
  return Number((value * 100).toPrecision(12));
}
