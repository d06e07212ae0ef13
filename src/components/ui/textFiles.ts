import type { SheetRow } from '../../nets/readings/spreadsheet';
import { csvText, markdownText } from '../../nets/readings/spreadsheet';

export function csvFile(rows: readonly SheetRow[]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv' });
}

export function markdownFile(rows: readonly SheetRow[]): Blob {
  return new Blob([markdownText(rows)], { type: 'text/markdown' });
}

export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
