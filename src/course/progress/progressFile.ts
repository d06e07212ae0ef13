import { failure, success, type Result } from '../../nets/result';
import { answerOf, isObject, type Answer } from './answer';

const version = 1;
const kind = 'progress';

/** All answers as the text of one JSON file. */
export function progressFile(answers: Iterable<Answer>): string {
  return `${JSON.stringify({ app: 'featherweight', kind, version, answers: [...answers] }, null, 2)}\n`;
}

/** Why a file of progress is not taken. */
export type FileFault =
  /** It is no JSON, or no file of this kind. */
  | { readonly kind: 'other' }
  /** A newer version of the app wrote it. */
  | { readonly kind: 'newer'; readonly version: number };

/** The answers of a file, and how many of its entries are none, with the place of the first. */
export type ReadProgress = {
  readonly answers: readonly Answer[];
  readonly refused: readonly string[];
};

/** Reads a file that `progressFile` wrote. One bad entry keeps no other from being read. */
export function readProgressFile(text: string): Result<ReadProgress, FileFault> {
  const json = parsed(text);
  if (!isObject(json) || json['kind'] !== kind || !Array.isArray(json['answers'])) return failure({ kind: 'other' });
  const written = json['version'];
  if (typeof written !== 'number' || !Number.isInteger(written) || written < 1) return failure({ kind: 'other' });
  if (written > version) return failure({ kind: 'newer', version: written });
  const entries: readonly unknown[] = json['answers'];
  const read = entries.map((entry, index) => answerOf(entry, `answers.${String(index)}`));
  return success({
    answers: read.flatMap((each) => (each.ok ? [each.value] : [])),
    refused: read.flatMap((each) => (each.ok ? [] : [each.error])),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
