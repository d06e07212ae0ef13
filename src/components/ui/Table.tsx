import type { ReactNode } from 'react';
import { sheetRows } from '../../nets/readings/spreadsheet';
import { ExportsMenu } from './ExportsMenu';
import styles from './Table.module.css';
import type { Attributes, Column, ScreenColumn } from './tableColumn';
import { isOnScreen } from './tableColumn';

type TableProps<Row> = {
  /** The first one on the screen holds the row heads. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** A class of Table.module.css. */
  readonly look: 'plain' | 'results' | 'numbers' | 'printed' | 'words';
  readonly className?: string | undefined;
  readonly caption?: ReactNode;
  readonly attributesOf?: (row: Row) => Attributes;
  /** Transposes it on the screen: a row becomes a column. */
  readonly isTransposed?: boolean;
  /** A footer across all columns. */
  readonly note?: ReactNode;
  /** Makes the table scroll on a narrow page, under this accessible name. */
  readonly label?: string;
  /** File name without extension; adds a menu that saves the table. */
  readonly fileName?: string;
};

/** Draws a table, with a menu that saves the same columns. */
export function Table<Row>({ label, fileName, ...drawn }: TableProps<Row>) {
  const table = <DrawnTable {...drawn} />;
  if (label === undefined) return table;
  const scroller = (
    <div className={styles.scroller} role="group" aria-label={label} tabIndex={0} data-table data-viewport>
      {table}
    </div>
  );
  if (fileName === undefined) return scroller;
  const { columns, rows } = drawn;
  return (
    <div className={styles.root}>
      {scroller}
      <div className={drawn.caption === undefined ? styles.below : styles.above} data-menu>
        <ExportsMenu title={label} files={{ name: fileName, numbers: () => sheetRows(columns, rows) }} />
      </div>
    </div>
  );
}

function DrawnTable<Row>(props: Omit<TableProps<Row>, 'label' | 'fileName'>) {
  const { columns, rows, look, className = '', caption, isTransposed = false, note } = props;
  const shown = columns.filter(isOnScreen);
  const parts = { keyOf: props.keyOf, attributesOf: props.attributesOf ?? noAttributes, rows, shown };
  return (
    <table className={`${styles[look]} ${className}`}>
      {caption === undefined ? null : <caption>{caption}</caption>}
      {isTransposed ? <TransposedRows {...parts} /> : <Rows {...parts} />}
      {note === undefined ? null : (
        <tfoot>
          <tr>
            <td colSpan={isTransposed ? rows.length + 1 : shown.length}>{note}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const noAttributes = (): Attributes => ({});

type PartsProps<Row> = {
  readonly shown: readonly ScreenColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly attributesOf: (row: Row) => Attributes;
};

function Rows<Row>({ shown, rows, keyOf, attributesOf }: PartsProps<Row>) {
  return (
    <>
      <Heads shown={shown} />
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...attributesOf(row)}>
            {shown.map((column, index) => (
              <Cell key={index} column={column} row={row} scope={index === 0 ? 'row' : undefined} />
            ))}
          </tr>
        ))}
      </tbody>
      <Totals shown={shown} />
    </>
  );
}

function Heads<Row>({ shown }: { readonly shown: readonly ScreenColumn<Row>[] }) {
  const hasGroups = shown.some(({ group }) => group !== undefined);
  const ungrouped = hasGroups ? { rowSpan: 2 } : {};
  return (
    <thead>
      <tr>
        {shown.map((column, index) => {
          const { group } = column;
          if (group === undefined) return <Head key={index} column={column} {...ungrouped} />;
          if (shown[index - 1]?.group === group) return null;
          return (
            <th key={index} scope="colgroup" colSpan={shown.filter((other) => other.group === group).length}>
              {group}
            </th>
          );
        })}
      </tr>
      {hasGroups ? (
        <tr>
          {shown.map((column, index) => (column.group === undefined ? null : <Head key={index} column={column} />))}
        </tr>
      ) : null}
    </thead>
  );
}

function Totals<Row>({ shown }: { readonly shown: readonly ScreenColumn<Row>[] }) {
  const count = Math.max(0, ...shown.map(({ totals }) => totals?.length ?? 0));
  if (count === 0) return null;
  return (
    <tfoot>
      {Array.from({ length: count }, (_, row) => (
        <TotalRow key={row} cells={shown.map(({ totals }) => totals?.[row])} />
      ))}
    </tfoot>
  );
}

function TotalRow({ cells }: { readonly cells: readonly ReactNode[] }) {
  const places = cells.flatMap((cell, index) => (cell === undefined ? [] : [index]));
  return (
    <tr>
      {places.map((place, index) => {
        const width = (places[index + 1] ?? cells.length) - place;
        const colSpan = width === 1 ? undefined : width;
        return place === 0 ? (
          <th key={place} scope="row" colSpan={colSpan}>
            {cells[place]}
          </th>
        ) : (
          <td key={place} colSpan={colSpan}>
            {cells[place]}
          </td>
        );
      })}
    </tr>
  );
}

/** The first column becomes the head, every other one a row. */
function TransposedRows<Row>({ shown: [first, ...others], rows, keyOf, attributesOf }: PartsProps<Row>) {
  if (first === undefined) return null;
  const cells = (column: ScreenColumn<Row>, scope?: 'col') =>
    rows.map((row) => (
      <Cell key={keyOf(row)} column={column} row={row} scope={scope} rowAttributes={attributesOf(row)} />
    ));
  return (
    <>
      <thead>
        <tr>
          <Head column={first} />
          {cells(first, 'col')}
        </tr>
      </thead>
      <tbody>
        {others.map((column, index) => (
          <tr key={index}>
            <th scope="row">{column.head}</th>
            {cells(column)}
          </tr>
        ))}
      </tbody>
    </>
  );
}

type HeadProps<Row> = { readonly column: ScreenColumn<Row>; readonly rowSpan?: number };

function Head<Row>({ column: { head, align, className }, rowSpan }: HeadProps<Row>) {
  const placed = { className: classOf(align, className), rowSpan };
  return head === null ? (
    <td {...placed} />
  ) : (
    <th scope="col" {...placed}>
      {head}
    </th>
  );
}

type CellProps<Row> = {
  readonly column: ScreenColumn<Row>;
  readonly row: Row;
  /** Set for a head cell. */
  readonly scope?: 'row' | 'col' | undefined;
  readonly rowAttributes?: Attributes;
};

function Cell<Row>({ column, row, scope, rowAttributes }: CellProps<Row>) {
  const { className: ofCell, ...data } = column.attributes?.(row) ?? {};
  const placed = { ...rowAttributes, ...data, className: classOf(column.align, column.className, ofCell) };
  const content = contentOf(column, row);
  return scope === undefined ? (
    <td {...placed}>{content}</td>
  ) : (
    <th scope={scope} {...placed}>
      {content}
    </th>
  );
}

function contentOf<Row>({ show, value, format }: ScreenColumn<Row>, row: Row): ReactNode {
  if (show !== undefined) return show(row);
  const known = value?.(row);
  if (known === undefined) return value === undefined ? null : '–';
  return typeof known === 'number' && format !== undefined ? format(known) : known;
}

function classOf(align: 'start' | 'end' | undefined, ...others: readonly (string | undefined)[]): string | undefined {
  const names = [align === undefined ? undefined : styles[align], ...others].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(' ');
}
