import { failure, success, type Result } from '../nets/result';
import type { NumberForm } from './prediction';
import { readNumber } from './readNumber';

/** Why a typed answer is not taken. */
export type AnswerFault =
  | { readonly kind: 'empty' | 'unread' | 'negative' }
  /** More than all of it. */
  | { readonly kind: 'overAll' }
  /** A number below 1 where per cent are asked for: `percent`, if it is a share of 1. */
  | { readonly kind: 'share'; readonly percent: number }
  /** Per cent where a factor is asked for: `value`, as a factor. */
  | { readonly kind: 'percentAsTimes'; readonly value: number }
  /** Per cent where a count is asked for. */
  | { readonly kind: 'percentAsCount' };

/** What the field asks for, and the unit behind it; a count if no form is given. */
type Field = { readonly form?: NumberForm; readonly isPart?: boolean; readonly unit?: string };

/**
 * Reads a typed answer in the unit of its field: `26`, `26 %` and `13/50` are 26 where per cent are asked for. Answers are
 * never negative, and no part of a whole is above 100%; what could be meant in two ways is asked back.
 */
export function readAnswer(text: string, { form = 'count', isPart = false, unit }: Field): Result<number, AnswerFault> {
  if (text.trim() === '') return failure({ kind: 'empty' });
  const typed = readNumber(text, unit);
  if (typed === null) return failure({ kind: 'unread' });
  const { value, isPercent, isFraction } = typed;
  if (value < 0) return failure({ kind: 'negative' });
  if (form !== 'percent') {
    if (!isPercent) return success(value);
    return failure(form === 'times' ? { kind: 'percentAsTimes', value } : { kind: 'percentAsCount' });
  }
  const percent = hundredfold(value);
  if (!isPercent && !isFraction && value > 0 && value < 1) return failure({ kind: 'share', percent });
  const said = isPercent || isFraction ? percent : value;
  return isPart && said > 100 ? failure({ kind: 'overAll' }) : success(said);
}

/** Without the digits that only binary numbers have: 0.283 is 28.3. */
function hundredfold(value: number): number {
  return Number((value * 100).toPrecision(12));
}
