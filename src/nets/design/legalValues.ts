import type { Shape } from '../op';
import type { DesignRow, Field } from './design';
import { choicesOf, maxOf, rowWith } from './fieldValues';
import type { RowMisfit } from './rowMisfit';
import { rowMisfit } from './rowMisfit';

/** The values of a field that a row can have where it is, and why it cannot have the others. */
export type LegalValues = {
  /** Never empty: the row's own value is one of them. */
  readonly legal: readonly (number | string)[];
  /** The values that are not legal, by their reason. */
  readonly refused: readonly { readonly values: readonly (number | string)[]; readonly why: RowMisfit }[];
};

/** @param row a row that can be built on `input` */
export function legalValues(row: DesignRow, field: Field, input: Shape): LegalValues {
  const refused = new Map<string, { readonly values: (number | string)[]; readonly why: RowMisfit }>();
  const legal: (number | string)[] = [];
  for (const value of candidatesOf(row, field, input)) {
    const why = rowMisfit(rowWith(row, field, value), input);
    if (why === undefined) legal.push(value);
    else reasonOf(refused, why).values.push(value);
  }
  return { legal, refused: [...refused.values()] };
}

/** The choices of a field, the row's own value, and the only one that keeps the channels. */
function candidatesOf(row: DesignRow, field: Field, input: Shape): readonly (number | string)[] {
  const choices = choicesOf(row.kind, field);
  if (maxOf(field) === undefined) return choices;
  const numbers = [...choices.map(Number), Number(row[field]), ...(field === 'channels' ? [input.channels] : [])];
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function reasonOf<T extends { readonly why: RowMisfit }>(
  refused: Map<string, T | { readonly values: (number | string)[]; readonly why: RowMisfit }>,
  why: RowMisfit,
) {
  const key = JSON.stringify(why);
  const known = refused.get(key) ?? { values: [], why };
  refused.set(key, known);
  return known;
}
