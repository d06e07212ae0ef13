import { forgetText, storedText, storeText } from '../../browserStorage';
import type { Result } from '../../nets/result';
import { attempted, fieldsOf, listOf } from './fields';

/** Where this browser keeps the latest results of a page, and how they are read back. */
export type Shelf<T> = {
  /** In localStorage. */
  readonly key: string;
  /** Reads a result back; it was written as JSON. */
  readonly parse: (json: unknown) => Result<T>;
  /** Equal for results under the same settings, of which the latest stays. */
  readonly settingsOf: (result: T) => string;
};

export type ShelfContents<T> = {
  /** Latest last. */
  readonly results: readonly T[];
  /** What is wrong with each of the others, as English sentences. */
  readonly faults: readonly string[];
};

/** Results on a shelf: enough for every setting that a lesson compares, and well within what browsers store. */
const maxKept = 24;

export function readShelf<T>({ key, parse }: Shelf<T>): ShelfContents<T> {
  const text = storedText(key);
  if (text === null) return { results: [], faults: [] };
  const entries = attempted(() => {
    const json: unknown = JSON.parse(text);
    return { ok: true, value: listOf(fieldsOf(json, 'stored').values['results'], 'stored.results') };
  });
  if (!entries.ok) return { results: [], faults: [entries.error] };
  const parsed = entries.value.map((entry) => attempted(() => parse(entry)));
  return {
    results: parsed.flatMap((result) => (result.ok ? [result.value] : [])),
    faults: parsed.flatMap((result) => (result.ok ? [] : [result.error])),
  };
}

/** Whether the browser has taken all of them. */
export function writeShelf<T>({ key }: Shelf<T>, results: readonly T[]): boolean {
  if (results.length > 0) return storeText(key, JSON.stringify({ results }));
  forgetText(key);
  return true;
}

/** The results with one more, which takes the place of the one under the same settings. */
export function withResult<T>({ settingsOf }: Shelf<T>, results: readonly T[], result: T): readonly T[] {
  const settings = settingsOf(result);
  return [...results.filter((other) => settingsOf(other) !== settings), result].slice(-maxKept);
}

/** Removes from the browser what cannot be read. */
export function forgetFaults<T>(shelf: Shelf<T>): void {
  writeShelf(shelf, readShelf(shelf).results);
}
