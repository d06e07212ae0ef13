import type { ReactNode } from 'react';
import type { FileColumn, SheetCell } from '../../nets/readings/spreadsheet';

/**
 * A column of a table, declared once for the screen, CSV and Markdown: with a `head` it is on the screen, with a `file` in
 * files. Where both show different things, `show` is what the screen has and `value` what the file has.
 */
export type Column<Row> = ScreenColumn<Row> | (FileColumn<Row> & { readonly head?: undefined });

export type ScreenColumn<Row> = OnScreen<Row> &
  (FileColumn<Row> | { readonly file?: undefined; readonly value?: (row: Row) => SheetCell | undefined });

type OnScreen<Row> = {
  /** Null leaves the head empty. */
  readonly head: ReactNode;
  /** A head over this one's, shared with the columns beside it that have the same. */
  readonly group?: string;
  /** What the screen shows of a row, if not its value. */
  readonly show?: (row: Row) => ReactNode;
  /** Writes a value that is a number; a missing one is a dash. */
  readonly format?: (value: number) => ReactNode;
  /** Where the look of the table aligns it otherwise. */
  readonly align?: 'start' | 'end';
  /** Of its cells and its head. */
  readonly className?: string | undefined;
  /** Of its cell in a row. */
  readonly attributes?: (row: Row) => Attributes;
  /** What stands below it at the foot of the table. */
  readonly total?: ReactNode;
};

/** What styles and tests find a row or a cell by. */
export type Attributes = {
  readonly [name: `data-${string}`]: string | number | boolean | undefined;
  readonly className?: string | undefined;
};

export function isOnScreen<Row>(column: Column<Row>): column is ScreenColumn<Row> {
  return column.head !== undefined;
}
