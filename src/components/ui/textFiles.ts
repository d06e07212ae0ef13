import type { SheetRow } from '../../nets/readings/spreadsheet';
import { csvText, markdownText } from '../../nets/readings/spreadsheet';

export function csvFile(rows: readonly SheetRow[]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv' });
}

/** With names in it, of any script: Excel takes a file without this mark for one in an old encoding of its country. */
export function namedCsvFile(rows: readonly SheetRow[]): Blob {
  return new Blob([`\ufeff${csvText(rows)}`], { type: 'text/csv' });
}

export function markdownFile(rows: readonly SheetRow[]): Blob {
  return new Blob([markdownText(rows)], { type: 'text/markdown' });
}

export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
