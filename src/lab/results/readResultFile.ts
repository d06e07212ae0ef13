import type { Result } from '../../nets/result';
import type { Collectable } from './collectable';
import { readResults } from './readResults';

/** What is wrong with a text or a file that was to hold results. */
export type ImportFault = {
  /** The file's name; null for a text. */
  readonly from: string | null;
  /** A result in it is `invalid`, or the whole file: it has none, is what another page saved, is too large, or cannot be read. */
  readonly reason: 'invalid' | 'noResult' | 'otherPage' | 'tooLarge' | 'unreadable';
  /** An English sentence; of a file that another page saved, that page; empty where the reason says it all. */
  readonly detail: string;
};

export type ReadResults = {
  readonly results: readonly Collectable[];
  readonly faults: readonly ImportFault[];
  /** Lines without a result, beside others that hold one. */
  readonly passedLines: number;
};

/** A file, or a text in the place of one. */
type TextFile = { readonly name: string | null; readonly size: number; readonly text: () => Promise<string> };

/** Bytes. Ten thousand results take less. */
const maxFileBytes = 20 * 2 ** 20;

/** Reads all results in a file. Never rejects: what cannot be read is a fault, and the other results are taken. */
export async function readResultFile(file: TextFile): Promise<ReadResults> {
  const fault = (reason: ImportFault['reason'], detail = ''): ReadResults => ({
    results: [],
    faults: [{ from: file.name, reason, detail }],
    passedLines: 0,
  });
  try {
    if (file.size > maxFileBytes) return fault('tooLarge');
    return readResultText(await file.text(), file.name);
  } catch (error) {
    // A folder, or a file that was moved after it was chosen.
    return fault('unreadable', error instanceof Error ? error.message : String(error));
  }
}

/** Reads all results in a text. `from` is the name of its file; null for what was typed or scanned. */
export function readResultText(text: string, from: string | null): ReadResults {
  const page = pageOf(text);
  if (page !== null) return { results: [], faults: [{ from, reason: 'otherPage', detail: page }], passedLines: 0 };
  const { found, passedLines } = readResults(text);
  if (found.length === 0) return { results: [], faults: [{ from, reason: 'noResult', detail: '' }], passedLines: 0 };
  return { ...sorted(found, from), passedLines };
}

const savedBy = new Map([
  ['bench', 'bench'],
  ['guideline', 'guidelines'],
  ['layers', 'layers'],
]);

/** The page that saves such a file, if it is one of those that measure something else than results to collect. */
function pageOf(text: string): string | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const json: unknown = JSON.parse(text);
    const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
    return typeof kind === 'string' ? (savedBy.get(kind) ?? null) : null;
  } catch {
    return null;
  }
}

function sorted(read: readonly Result<Collectable>[], from: string | null): Pick<ReadResults, 'results' | 'faults'> {
  return {
    results: read.flatMap((result) => (result.ok ? [result.value] : [])),
    faults: read.flatMap((result, index) => {
      if (result.ok) return [];
      const detail = read.length === 1 ? result.error : `${index + 1} of ${read.length}: ${result.error}`;
      return [{ from, reason: 'invalid' as const, detail }];
    }),
  };
}
