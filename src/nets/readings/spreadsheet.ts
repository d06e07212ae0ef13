import { shapeText } from '../op';
import type { Cost } from './cost';
import { describe } from './table';

/** The cost of every layer and the totals as comma-separated values (RFC 4180), all digits, one header line. */
export function csvOf(cost: Cost): string {
  return rowsOf(cost)
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** The same as a Markdown table; figures are aligned right. */
export function markdownOf(cost: Cost): string {
  const [header = [], ...rows] = rowsOf(cost);
  const rule = header.map((_, column) => (column < 3 ? '---' : '--:'));
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => markdownCell(cell)).join(' | ')} |`;
  return [line(header), line(rule), ...rows.map(line), ''].join('\n');
}

function rowsOf(cost: Cost): readonly (readonly (string | number)[])[] {
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
