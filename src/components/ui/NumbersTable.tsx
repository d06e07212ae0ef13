import { useLingui } from '@lingui/react/macro';
import type { SheetCell, SheetRow } from '../../nets/readings/spreadsheet';
import { columnNames } from './columnNames';
import { numberFormat } from './numberText';
import styles from './NumbersTable.module.css';

type NumbersTableProps = {
  /** The title of the figure whose numbers they are. */
  readonly title: string;
  /** The rows of its files, column names first. */
  readonly rows: readonly SheetRow[];
};

/** The numbers of a figure as a table on the page; the first column names the rows. */
export function NumbersTable({ title, rows: [heads = [], ...rows] }: NumbersTableProps) {
  const { i18n, t } = useLingui();
  const nameOf = (head: SheetCell): string => {
    const name = columnNames[head];
    return name === undefined ? String(head) : i18n._(name);
  };
  const number = numberFormat(i18n.locale, { maximumSignificantDigits: 15, useGrouping: true });
  return (
    <div className={styles.scroller} role="group" aria-label={t`Numbers: ${title}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={column} scope="col" data-numeric={isNumeric(rows, column) || undefined}>
                {nameOf(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => {
                const Cell = column === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={column}
                    {...(column === 0 ? { scope: 'row' } : {})}
                    data-numeric={isNumeric(rows, column) || undefined}
                  >
                    {typeof cell === 'number' ? number.format(cell) : cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isNumeric(rows: readonly SheetRow[], column: number): boolean {
  return rows.every((row) => typeof row[column] === 'number' || row[column] === '');
}
