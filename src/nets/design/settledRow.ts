import type { Shape } from '../op';
import { steps } from '../steps';
import type { DesignRow, Field } from './design';
import { choicesOf, limits, maxOf, rowWith } from './fieldValues';
import { fieldsOf } from './design';
import { rowMisfit, windowMisfit } from './rowMisfit';

/** Fields that are moved to make a row fit what it reads, in the order in which they are tried. */
const repairs: readonly (readonly Field[])[] = [
  ['groups'],
  ['channels'],
  ['inner'],
  ['groups', 'channels'],
  ['stride'],
  ['stride', 'channels'],
  ['stride', 'groups', 'channels'],
];

/** The row nearest to this one that can read a map of this shape: as few fields as possible move, each as little as possible. */
export function settledRow(wanted: DesignRow, input: Shape): DesignRow {
  const known = withKnownValues(wanted);
  const row = windowMisfit(known, input) === undefined ? known : rowWith(known, 'border', 'padded');
  if (rowMisfit(row, input) === undefined) return row;
  for (const fields of repairs) {
    const repaired = fields.every((field) => fieldsOf[row.kind].includes(field))
      ? repairedRow(row, fields, input)
      : row;
    if (rowMisfit(repaired, input) === undefined) return repaired;
  }
  return row;
}

/** The row with a value that its kind has in every field: another kind may know other activations or windows. */
function withKnownValues(row: DesignRow): DesignRow {
  return fieldsOf[row.kind].reduce((known, field) => {
    const [first] = choicesOf(row.kind, field);
    const isKnown = maxOf(field) !== undefined || choicesOf(row.kind, field).includes(row[field]);
    return isKnown || first === undefined
      ? known
      : rowWith(known, field, nearest(choicesOf(row.kind, field), row[field]));
  }, row);
}

function nearest(values: readonly (number | string)[], wanted: number | string): number | string {
  const [first = wanted] = values;
  if (typeof wanted === 'string') return first;
  return values.reduce(
    (best, value) => (Math.abs(Number(value) - wanted) < Math.abs(Number(best) - wanted) ? value : best),
    first,
  );
}

function repairedRow(row: DesignRow, fields: readonly Field[], input: Shape): DesignRow {
  const [field, ...others] = fields;
  if (field === undefined) return row;
  for (const value of byNearness(row, field, input)) {
    const moved = repairedRow(rowWith(row, field, value), others, input);
    if (rowMisfit(moved, input) === undefined) return moved;
  }
  return row;
}

/** All values of a field, the row's own first, then those next to it. */
function byNearness(row: DesignRow, field: Field, input: Shape): readonly (number | string)[] {
  // Nothing else would do.
  if (field === 'channels' && rowMisfit(row, input)?.kind === 'keeps') return [input.channels];
  const own = row[field];
  const max = maxOf(field);
  if (max !== undefined)
    return distances
      .flatMap((distance) => [Number(own) - distance, Number(own) + distance])
      .filter((value) => value >= 1 && value <= max);
  const values = choicesOf(row.kind, field);
  if (typeof own === 'string') return [own, ...values.filter((value) => value !== own)];
  return values.toSorted((one, other) => Math.abs(Number(one) - own) - Math.abs(Number(other) - own));
}

const distances = steps(0, limits.channels);
