import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { taskParameter, type Task } from '../../classroom/task';
import { failure, type Result } from '../../nets/result';
import { jsonInText, type JsonPiece } from './jsonInText';
import { askedTask, collectableOfCode, isTaskCode, type Collectable } from './collectable';
import { parseLabResult } from './parseLabResult';
import { resultOfCode } from './resultOfCode';
import { printableText } from './resultText';

/** Why something in a text is no result, and the beginning of its text where that helps to find it. */
export type ResultFault = { readonly words: MessageDescriptor; readonly excerpt?: string };

export type FoundResult = Result<Collectable, ResultFault>;

export type FoundResults = {
  /** In the order of the text, each with an error where it is invalid. */
  readonly found: readonly FoundResult[];
  /** Tasks whose own links are there, in the place of what was handed in of them. */
  readonly tasks: readonly Task[];
  /** Lines with words and without a result. */
  readonly passedLines: number;
};

/**
 * Reads all results in a text: JSON of this page (results or arrays of them), links and codes, between other words and
 * punctuation, as a class pastes them from a chat. What looks like a code or a link to Collect and holds no result is an
 * error; nothing is found where nothing looks like one.
 */
export function readResults(text: string): FoundResults {
  // Some editors begin a file with a byte order mark.
  const pieces = jsonInText(text.replace(/^\ufeff/, '').trim());
  // JSON stands in its line as one character.
  const lines = pieces
    .map((piece) => (typeof piece === 'string' ? piece.replaceAll(jsonMark, ' ') : jsonMark))
    .join('');
  const json = pieces.filter((piece) => typeof piece !== 'string').toReversed();
  const byLine = lines.split(/\r\n|[\n\r]/).map((line) => ({ line, ...readLine(line, json) }));
  return {
    found: byLine.flatMap(({ found }) => found),
    tasks: byLine.flatMap(({ tasks }) => tasks),
    passedLines: byLine.filter(
      ({ line, found, tasks }) => found.length + tasks.length === 0 && /[\p{L}\p{N}]/u.test(line),
    ).length,
  };
}

/** Of the characters that Unicode leaves to programs. */
const jsonMark = '\ue000';

/**
 * `code`: all parts of a code, up to its last digit. `like`: what begins as one, of this version or another, and is none.
 * Neither begins within a word or another code.
 */
const inLine =
  /(?<json>\ue000)|(?<![A-Za-z0-9~%.])(?:(?<code>1~(?:[^\s~"<>&]*~){4}[0-9a-z]{1,8}(?:~\d+(?:\.\d+)?(?:e-?\d+)?){14}(?:~n\.[A-Za-z0-9_%+-]+)?)(?!\.?\d|[A-Za-z_~%])|(?<like>[1-9]~[^\s"'<>&]*))/g;

function readLine(line: string, json: JsonPiece[]): Pick<FoundResults, 'found' | 'tasks'> {
  const tasks: Task[] = [];
  const found = [...line.matchAll(inLine)].flatMap(({ groups = {}, index }): readonly FoundResult[] => {
    const { code, like } = groups;
    if (code !== undefined) return [withoutExcerpt(resultOfCode(code))];
    if (like === undefined) return resultsOfJson(json.pop());
    const before = line.slice(0, index);
    const task = askedTask(wordOf(like));
    if (task !== undefined) {
      tasks.push(task);
      return [];
    }
    if (before.endsWith(`${taskParameter}=`))
      return [failure({ words: msg`the link to a task is damaged: copy all of it`, excerpt: excerpt(like) })];
    return isMeant(before, like) ? [resultOfSpoiled(like)] : [];
  });
  if (found.length + tasks.length > 0 || !/\/collect\b/.test(line)) return { found, tasks };
  return { found: [failure({ words: msg`the link holds no result`, excerpt: excerpt(line) })], tasks };
}

/** Whether it was to be a code: at the begin of a line, in a link, or with many parts. `1~2 weeks` in a sentence is none. */
function isMeant(before: string, like: string): boolean {
  if (wordOf(like).length > 20 && isTaskCode(wordOf(like))) return true;
  return /^\s*$/.test(before) || before.endsWith('?r=') || before.endsWith('&r=') || like.split('~').length > 4;
}

function resultOfSpoiled(like: string): FoundResult {
  const word = wordOf(like);
  const result = collectableOfCode(isTaskCode(word) ? word : like.replace(/\p{P}+$/u, ''));
  return result.ok ? result : failure({ words: result.error, excerpt: excerpt(like) });
}

function withoutExcerpt<T>(result: Result<T, MessageDescriptor>): Result<T, ResultFault> {
  return result.ok ? result : failure({ words: result.error });
}

/** The characters that a task's code can have: what follows it, as a full stop, is the sentence's. */
function wordOf(like: string): string {
  return /^\d~[\w-]*(?![\w~:%-])/.exec(like)?.[0] ?? '';
}

function resultsOfJson(piece: JsonPiece | undefined): readonly FoundResult[] {
  if (piece === undefined) return [];
  if (!piece.ok) return [failure({ words: msg`not JSON` })];
  const list: readonly unknown[] = Array.isArray(piece.value) ? piece.value : [piece.value];
  return list.map((each) => withoutExcerpt(parseLabResult(each)));
}

function excerpt(text: string): string {
  const shown = printableText(text).trim();
  return shown.length > 60 ? `${printableText(shown.slice(0, 60))}…` : shown;
}
