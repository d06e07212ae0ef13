import type { ReactNode } from 'react';
import type { FileColumn, SheetCell } from '../../nets/readings/spreadsheet';

/**
 * A column of a table, declared once for the screen, CSV and Markdown. A `head` puts it on the screen, a `file` in files.
 * Where the two differ, `show` is for the screen and `value` for files.
 */
export type Column<Row> = ScreenColumn<Row> | (FileColumn<Row> & { readonly head?: undefined });

export type ScreenColumn<Row> = OnScreen<Row> &
  (FileColumn<Row> | { readonly file?: undefined; readonly value?: (row: Row) => SheetCell | undefined });

type OnScreen<Row> = {
  /** Null leaves the head empty. */
  readonly head: ReactNode;
  /** A head above this one, shared by adjacent columns with the same group. */
  readonly group?: string;
  /** Draws a cell, if not just the value. */
  readonly show?: (row: Row) => ReactNode;
  /** Formats a number; a missing value becomes a dash. */
  readonly format?: (value: number) => ReactNode;
  /** Overrides the alignment of the table's look. */
  readonly align?: 'start' | 'end';
  /** Class of the head and the cells. */
  readonly className?: string | undefined;
  /** Attributes of a row's cell. */
  readonly attributes?: (row: Row) => Attributes;
  /** Its cells in the footer, one for each row there; undefined leaves the place to the column before it. */
  readonly totals?: readonly ReactNode[];
};

/** Attributes by which styles and tests select a row or a cell. */
export type Attributes = {
  readonly [name: `data-${string}`]: string | number | boolean | undefined;
  readonly className?: string | undefined;
};

export function isOnScreen<Row>(column: Column<Row>): column is ScreenColumn<Row> {
  return column.head !== undefined;
}
