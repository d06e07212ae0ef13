import type { DesignRow } from './design';
import { fieldsOf, isSameRow } from './design';

/**
 * For each row, the row of the start that it comes from, counted from 0; undefined for a row that is new. Rows carry no
 * marks: the alignment that changes least is found, so that a link alone tells it (edit distance, Wagner and Fischer 1974).
 */
export function rowOrigins(rows: readonly DesignRow[], start: readonly DesignRow[]): readonly (number | undefined)[] {
  const distances = distancesOf(rows, start);
  const origins: (number | undefined)[] = rows.map(() => undefined);
  let [row, from] = [rows.length, start.length];
  while (row > 0 && from > 0) {
    const here = distances[row]?.[from] ?? 0;
    const [one, other] = [rows[row - 1], start[from - 1]];
    if (
      one !== undefined &&
      other !== undefined &&
      here === (distances[row - 1]?.[from - 1] ?? 0) + changeOf(one, other)
    ) {
      row -= 1;
      from -= 1;
      origins[row] = from;
    } else if (here === (distances[row - 1]?.[from] ?? Infinity) + gapCost) row -= 1;
    else from -= 1;
  }
  return origins;
}

/** A row that is added or removed; more than a few changed values, less than another block. */
const gapCost = 12;

/** distances[i][j]: from the first j rows of the start to the first i rows. */
function distancesOf(rows: readonly DesignRow[], start: readonly DesignRow[]): readonly (readonly number[])[] {
  const distances: number[][] = [start.reduce<number[]>((line, _, index) => [...line, (index + 1) * gapCost], [0])];
  for (const [index, row] of rows.entries()) {
    const above = distances[index] ?? [];
    const line = [(index + 1) * gapCost];
    for (const [before, from] of start.entries()) {
      const changed = (above[before] ?? 0) + changeOf(row, from);
      line.push(Math.min(changed, (above[before + 1] ?? 0) + gapCost, (line[before] ?? 0) + gapCost));
    }
    distances.push(line);
  }
  return distances;
}

function changeOf(row: DesignRow, from: DesignRow): number {
  if (isSameRow(row, from)) return 0;
  if (row.kind !== from.kind) return 20;
  return 2 + fieldsOf[row.kind].filter((field) => row[field] !== from[field]).length;
}
