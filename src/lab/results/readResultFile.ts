import type { MessageDescriptor } from '@lingui/core';
import type { Task } from '../../classroom/task';
import type { Collectable } from './collectable';
import { readResults, type FoundResult } from './readResults';

/** What is wrong with a text or a file that was to hold results. */
export type ImportFault = {
  /** The file's name; null for a text. */
  readonly from: string | null;
} & (
  | {
      /** A result in it is none. */
      readonly reason: 'invalid';
      readonly words: MessageDescriptor;
      readonly excerpt?: string;
      /** The line that it begins in, from 1; null where that helps nobody. */
      readonly line: number | null;
      /** Which of several results it is, from 1; null where it is the only one. */
      readonly place: { readonly number: number; readonly of: number } | null;
    }
  | { readonly reason: 'noResult' | 'tooLarge' }
  /** Another page saved the file. */
  | { readonly reason: 'otherPage'; readonly page: string }
  /** `detail` is what the browser says. */
  | { readonly reason: 'unreadable'; readonly detail: string }
);

export type ReadResults = {
  readonly results: readonly Collectable[];
  /** Tasks whose own links were there. */
  readonly tasks: readonly Task[];
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
  const from = file.name;
  try {
    if (file.size > maxFileBytes) return refused({ from, reason: 'tooLarge' });
    return readResultText(await file.text(), from);
  } catch (error) {
    // A folder, or a file that was moved after it was chosen.
    const detail = error instanceof Error ? error.message : String(error);
    return refused({ from, reason: 'unreadable', detail });
  }
}

/** Reads all results in a text. `from` is the name of its file; null for what was typed or scanned. */
export function readResultText(text: string, from: string | null): ReadResults {
  const page = pageOf(text);
  if (page !== null) return refused({ from, reason: 'otherPage', page });
  const { found, tasks, passedLines } = readResults(text);
  if (found.length + tasks.length === 0) return refused({ from, reason: 'noResult' });
  return { ...sorted(found, from), tasks, passedLines };
}

function refused(fault: ImportFault): ReadResults {
  return { results: [], tasks: [], faults: [fault], passedLines: 0 };
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

function sorted(read: readonly FoundResult[], from: string | null): Pick<ReadResults, 'results' | 'faults'> {
  return {
    results: read.flatMap((result) => (result.ok ? [result.value] : [])),
    faults: read.flatMap((result, index) => {
      if (result.ok) return [];
      const place = read.length === 1 ? null : { number: index + 1, of: read.length };
      return [{ from, reason: 'invalid' as const, ...result.error, place }];
    }),
  };
}
