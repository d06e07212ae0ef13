import { shapeText } from '../op';
import type { Cost, LayerCost } from './cost';
import { describe } from './table';

/** A cell of a table in a file: text, or a number with all its digits. */
export type SheetCell = string | number;
export type SheetRow = readonly SheetCell[];

/** A column as files have it. */
export type FileColumn<Row> = {
  /** Its name in CSV and Markdown. */
  readonly file: string;
  /** Undefined leaves the cell empty. */
  readonly value: (row: Row) => SheetCell | undefined;
};

/** Rows of a file, the names of the columns first. Columns without a name in files are left out. */
export function sheetRows<Row>(
  columns: readonly (FileColumn<Row> | { readonly file?: undefined })[],
  rows: readonly Row[],
): readonly SheetRow[] {
  const saved = columns.filter((column) => column.file !== undefined);
  return [saved.map(({ file }) => file), ...rows.map((row) => saved.map(({ value }) => value(row) ?? ''))];
}

const costColumns: readonly FileColumn<LayerCost>[] = [
  { file: 'layer', value: ({ node }) => node.id },
  { file: 'op', value: ({ node }) => describe(node) },
  { file: 'output', value: ({ node }) => shapeText(node.shape) },
  { file: 'params', value: ({ params }) => params },
  { file: 'MACs', value: ({ macs }) => macs },
  { file: 'memory access cost', value: ({ memoryAccess }) => memoryAccess },
];

/** The cost of every layer, and the totals as the last row. */
export function costRows(cost: Cost): readonly SheetRow[] {
  return [...sheetRows(costColumns, cost.layers), ['total', '', '', cost.params, cost.macs, cost.memoryAccess]];
}

/** Records of the same fields as rows under the fields' names. */
export function recordRows(records: readonly Readonly<Record<string, SheetCell>>[]): readonly SheetRow[] {
  const [first] = records;
  return first === undefined ? [] : [Object.keys(first), ...records.map((record) => Object.values(record))];
}

/** Comma-separated values (RFC 4180). */
export function csvText(rows: readonly SheetRow[]): string {
  return rows
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** A measured value as files have it: four significant digits, as more would be noise. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}

/** A Markdown table; the first row is its head, and columns of numbers are aligned right. */
export function markdownText([header = [], ...rows]: readonly SheetRow[]): string {
  const rule = header.map((_, column) => (isOfNumbers(rows, column) ? '--:' : '---'));
  const line = (cells: SheetRow): string => `| ${cells.map((cell) => markdownCell(cell)).join(' | ')} |`;
  return [line(header), line(rule), ...rows.map(line), ''].join('\n');
}

/** Whether a column holds numbers only, or nothing in some rows. */
function isOfNumbers(rows: readonly SheetRow[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

function csvCell(cell: SheetCell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownCell(cell: SheetCell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell.replaceAll('|', '\\|');
}
