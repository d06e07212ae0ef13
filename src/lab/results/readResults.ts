import { failure, type Result } from '../../nets/result';
import type { LabResult } from './labResult';
import { parseLabResult } from './parseLabResult';
import { resultOfCode } from './resultOfCode';

/**
 * Reads all results in a text, each with an error where it is invalid: a JSON file of this page (one result or an array),
 * or links and codes between other words, as a class pastes them from a chat. Empty when nothing looks like a result.
 */
export function readResults(text: string): readonly Result<LabResult>[] {
  // Some editors begin a file with a byte order mark.
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return resultsOfJson(trimmed);
  return [...text.matchAll(/(?:[?&]r=|(?<=^|\s))(1~[^\s"'<>&]+)/g)].map(([, code = '']) => resultOfCode(code));
}

function resultsOfJson(text: string): readonly Result<LabResult>[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [failure('result: not JSON')];
  }
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.map(parseLabResult);
}
