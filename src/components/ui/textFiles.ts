import type { SheetRow } from '../../nets/readings/spreadsheet';
import { csvText, markdownText } from '../../nets/readings/spreadsheet';

/** With a mark at its beginning where it needs one: Excel reads letters such as ×, é or 计 in an old encoding without it. */
export function csvFile(rows: readonly SheetRow[]): Blob {
  const text = csvText(rows);
  const mark = Array.from(text).some((letter) => letter > '\u007e') ? '\ufeff' : '';
  return new Blob([`${mark}${text}`], { type: 'text/csv' });
}

export function markdownFile(rows: readonly SheetRow[]): Blob {
  return new Blob([markdownText(rows)], { type: 'text/markdown' });
}

export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
