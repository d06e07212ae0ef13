/**
 * Who reads, where the page around an embedded one tells its readers apart: a word that stands for a person on a computer
 * that several use. Null where all of this browser's answers are one person's.
 * @param search the query before the `#`
 */
export function readerOf(search: string): string | null {
  const reader = new URLSearchParams(search).get('reader');
  return reader !== null && /^[0-9a-z]{1,14}$/.test(reader) ? reader : null;
}

/** Who reads this page; null in Node, too. */
export const reader: string | null = 'location' in globalThis ? readerOf(globalThis.location.search) : null;
