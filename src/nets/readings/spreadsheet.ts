import { shapeText } from '../op';
import type { Cost, LayerCost } from './cost';
import { describe } from './table';

/** A cell of a table in a file: text, or a number with all digits. */
export type SheetCell = string | number;
export type SheetRow = readonly SheetCell[];

/** A column of a table in a file. */
export type FileColumn<Row> = {
  /** Its name in CSV and Markdown. */
  readonly file: string;
  /** Undefined leaves the cell empty. */
  readonly value: (row: Row) => SheetCell | undefined;
};

/** The rows of a file, column names first. Columns without a file name are left out. */
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

/** The cost of each layer, then the totals. */
export function costRows(cost: Cost): readonly SheetRow[] {
  return [...sheetRows(costColumns, cost.layers), ['total', '', '', cost.params, cost.macs, cost.memoryAccess]];
}

/** Records of the same fields as rows under the fields' names. */
export function recordRows(records: readonly Readonly<Record<string, SheetCell>>[]): readonly SheetRow[] {
  const [first] = records;
  return first === undefined ? [] : [Object.keys(first), ...records.map((record) => Object.values(record))];
}

/**
 * Comma-separated values (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it;
 * numbers stay numbers, negative ones too.
 */
export function csvText(rows: readonly SheetRow[]): string {
  return rows
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** A measured value, rounded to four significant digits for files: more would be noise. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}

/** A Markdown table. The first row is the header; columns of numbers are aligned right. */
export function markdownText([header = [], ...rows]: readonly SheetRow[]): string {
  const rule = header.map((_, column) => (isOfNumbers(rows, column) ? '--:' : '---'));
  const line = (cells: SheetRow): string => `| ${cells.map((cell) => markdownCell(cell)).join(' | ')} |`;
  return [line(header), line(rule), ...rows.map(line), ''].join('\n');
}

/** Whether a column holds only numbers and empty cells. */
function isOfNumbers(rows: readonly SheetRow[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

function csvCell(cell: SheetCell): string {
  const text = typeof cell === 'number' ? String(cell) : harmlessText(cell);
  return /[",\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * https://owasp.org/www-community/attacks/CSV_Injection lists the beginnings that spreadsheets take for a formula; East
 * Asian editions also take the full-width ones.
 */
function harmlessText(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !isNumberText(text) ? `'${text}` : text;
}

function isNumberText(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
}

function markdownCell(cell: SheetCell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell.replaceAll('|', '\\|');
}
