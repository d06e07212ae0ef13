import { shapeText } from '../op';
import type { Cost } from './cost';
import { describe } from './table';

/** The cost of every layer and the totals as comma-separated values, one header line. */
export function csvOf(cost: Cost): string {
  return csvText(rowsOf(cost));
}

/** The same as a Markdown table; figures are aligned right. */
export function markdownOf(cost: Cost): string {
  return markdownText(rowsOf(cost), 3);
}

/** A row of a table to take away: text, or numbers with all their digits. */
export type SheetRow = readonly (string | number)[];

/** Comma-separated values (RFC 4180). */
export function csvText(rows: readonly SheetRow[]): string {
  return rows
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** A Markdown table; the first row is its head, and columns from `textColumns` on are aligned right. */
export function markdownText([header = [], ...rows]: readonly SheetRow[], textColumns: number): string {
  const rule = header.map((_, column) => (column < textColumns ? '---' : '--:'));
  const line = (cells: SheetRow): string => `| ${cells.map((cell) => markdownCell(cell)).join(' | ')} |`;
  return [line(header), line(rule), ...rows.map(line), ''].join('\n');
}

function rowsOf(cost: Cost): readonly SheetRow[] {
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

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownCell(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell.replaceAll('|', '\\|');
}
