import type { Design, DesignRow } from './design';
import { limits } from './fieldValues';

/** The design with one row replaced; rows are counted from 0. */
export function withRow(design: Design, index: number, row: DesignRow): Design {
  return { ...design, rows: design.rows.with(index, row) };
}

/** The design with a row put in after another, -1 for the beginning; the same design where it has no more room. */
export function withRowAfter(design: Design, index: number, row: DesignRow): Design {
  if (design.rows.length >= limits.rows) return design;
  return { ...design, rows: design.rows.toSpliced(index + 1, 0, row) };
}

/** The design without one of its rows; the last one stays. */
export function withoutRow(design: Design, index: number): Design {
  return design.rows.length === 1 ? design : { ...design, rows: design.rows.toSpliced(index, 1) };
}

/** The design with a row moved to another place. */
export function withRowMoved(design: Design, index: number, to: number): Design {
  const row = design.rows[index];
  if (row === undefined || to < 0 || to >= design.rows.length) return design;
  return { ...design, rows: design.rows.toSpliced(index, 1).toSpliced(to, 0, row) };
}
