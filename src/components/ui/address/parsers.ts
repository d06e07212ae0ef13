import { createParser, parseAsBoolean, parseAsNumberLiteral, parseAsStringLiteral } from 'nuqs';
import type { Legal } from '../../../nets/parameter';
import { nearestIndex } from '../../../nets/steps';

/** The legal values of parsers that have been declared here, by their `parse`, which their variants share. */
const legals = new WeakMap<object, Legal>();

/** One of a few words. */
export function oneOf<const V extends string>(values: readonly V[]) {
  return declared(parseAsStringLiteral(values), { kind: 'values', values });
}

/** One of a few numbers. */
export function oneOfNumbers<const V extends number>(values: readonly V[]) {
  return declared(parseAsNumberLiteral(values), { kind: 'values', values });
}

/** On or off. */
export const onOrOff = declared(parseAsBoolean, { kind: 'values', values: ['true', 'false'] });

/** The number of an ascending list that is nearest to the one in the address. */
export function nearestOf(values: readonly number[]) {
  const nearest = createParser({
    parse: (text) => {
      const number = Number(text);
      return text.trim() === '' || !Number.isFinite(number) ? null : (values[nearestIndex(values, number)] ?? null);
    },
    serialize: String,
  });
  return declared(nearest, { kind: 'values', values });
}

/** A whole number from `minimum` to `maximum`, written in digits. */
export function wholeNumber(minimum: number, maximum: number) {
  const whole = createParser({
    parse: (text) => {
      const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return number >= minimum && number <= maximum ? number : null;
    },
    serialize: String,
  });
  return declared(whole, { kind: 'range', minimum, maximum, isWhole: true });
}

/** What a parser takes; undefined where that is not declared. */
export function legalOf({ parse }: { readonly parse: (text: string) => unknown }): Legal | undefined {
  return legals.get(parse);
}

function declared<P extends { readonly parse: object }>(parser: P, legal: Legal): P {
  legals.set(parser.parse, legal);
  return parser;
}
