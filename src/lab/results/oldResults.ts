import { forgetText, storedText } from '../../browserStorage';
import type { LabResult } from './labResult';
import { resultOfCode } from './resultOfCode';

/** Where the first versions stored results: a text of codes, one a line. */
const storageKey = 'featherweight.collected';

export type OldResults = {
  readonly results: readonly LabResult[];
  /** Lines that are no codes. */
  readonly others: readonly string[];
  /** Removes them from their old place. */
  readonly forget: () => void;
};

/** What an earlier version of the app stored in this browser. */
export function oldResults(): OldResults {
  const lines = (storedText(storageKey) ?? '').split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => ({ line, result: resultOfCode(line) }));
  return {
    results: read.flatMap(({ result }) => (result.ok ? [result.value] : [])),
    others: read.flatMap(({ line, result }) => (result.ok ? [] : [line])),
    forget: () => {
      forgetText(storageKey);
    },
  };
}
