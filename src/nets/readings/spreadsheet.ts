import { shapeText } from '../op';
import type { Cost } from './cost';
import { describe } from './table';

/** A row of a table to take away: text, or numbers with all their digits. */
export type SheetRow = readonly (string | number)[];

/** The cost of every layer and the totals, as rows under their names. */
export function costRows(cost: Cost): readonly SheetRow[] {
  return [
    ['layer', 'op', 'output', 'params', 'MACs', 'memory access cost'],
    ...cost.layers.map((layer) => [
      layer.node.id,
      describe(layer.node),
      shapeText(layer.node.shape),
      layer.params,
      layer.macs,
      layer.memoryAccess,
    ]),
    ['total', '', '', cost.params, cost.macs, cost.memoryAccess],
  ];
}

/** Records of the same fields as rows under the fields' names. */
export function recordRows(records: readonly Readonly<Record<string, string | number>>[]): readonly SheetRow[] {
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

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownCell(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell.replaceAll('|', '\\|');
}
