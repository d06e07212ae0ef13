import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { taskParameter, type Task } from '../../classroom/task';
import { failure, type Result } from '../../nets/result';
import { jsonInText, lineBreak, type JsonPiece } from './jsonInText';
import { askedTask, collectableOfCode, isTaskCode, type Collectable } from './collectable';
import { parseLabResult } from './parseLabResult';
import { resultOfCode } from './resultOfCode';
import { printableText } from './resultText';

/** Why something in a text is no result, and where it is. */
export type ResultFault = {
  readonly words: MessageDescriptor;
  /** The beginning of its text, where that helps to find it. */
  readonly excerpt?: string;
  /** The line that it begins in, from 1; null in a text of one line, or one that is JSON as a whole. */
  readonly line: number | null;
};

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
    .join('')
    .split(lineBreak);
  const json = pieces.filter((piece) => typeof piece !== 'string').toReversed();
  const hasLines = lines.length > 1 || pieces.length > 1;
  let before = text.slice(0, text.search(/[^\ufeff\s]/)).split(lineBreak).length;
  const byLine = lines.map((line) => {
    const read = readLine(line, json, hasLines && lineBreak.test(text.trim()) ? before : null);
    before += 1 + read.breaks;
    return { line, ...read };
  });
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

type Line = Pick<FoundResults, 'found' | 'tasks'> & {
  /** Line breaks within its JSON. */
  readonly breaks: number;
};

/** @param number of the line, where it is to be told */
function readLine(line: string, json: JsonPiece[], number: number | null): Line {
  const tasks: Task[] = [];
  let breaks = 0;
  const lineNow = () => (number === null ? null : number + breaks);
  const found = [...line.matchAll(inLine)].flatMap(({ groups = {}, index }): readonly FoundResult[] => {
    const { code, like } = groups;
    const at = lineNow();
    if (code !== undefined) return [located(resultOfCode(code), at)];
    if (like === undefined) {
      const piece = json.pop();
      breaks += piece?.breaks ?? 0;
      return piece === undefined ? [] : resultsOfJson(piece.json, at);
    }
    const before = line.slice(0, index);
    const task = askedTask(wordOf(like));
    if (task !== undefined) {
      tasks.push(task);
      return [];
    }
    if (before.endsWith(`${taskParameter}=`))
      return [failure({ words: msg`the link to a task is damaged: copy all of it`, excerpt: excerpt(like), line: at })];
    return isMeant(before, like) ? [resultOfSpoiled(like, at)] : [];
  });
  if (found.length + tasks.length > 0 || !/\/collect\b/.test(line)) return { found, tasks, breaks };
  const fault = { words: msg`the link holds no result`, excerpt: excerpt(line), line: lineNow() };
  return { found: [failure(fault)], tasks, breaks };
}

/** Whether it was to be a code: at the begin of a line, in a link, or with many parts. `1~2 weeks` in a sentence is none. */
function isMeant(before: string, like: string): boolean {
  if (wordOf(like).length > 20 && isTaskCode(wordOf(like))) return true;
  return /^\s*$/.test(before) || before.endsWith('?r=') || before.endsWith('&r=') || like.split('~').length > 4;
}

function resultOfSpoiled(like: string, line: number | null): FoundResult {
  const word = wordOf(like);
  const result = collectableOfCode(isTaskCode(word) ? word : like.replace(/\p{P}+$/u, ''));
  return result.ok ? result : failure({ words: result.error, excerpt: excerpt(like), line });
}

function located<T>(result: Result<T, MessageDescriptor>, line: number | null): Result<T, ResultFault> {
  return result.ok ? result : failure({ words: result.error, line });
}

/** The characters that a task's code can have: what follows it, as a full stop, is the sentence's. */
function wordOf(like: string): string {
  return /^\d~[\w-]*(?![\w~:%-])/.exec(like)?.[0] ?? '';
}

function resultsOfJson(json: Result<unknown>, line: number | null): readonly FoundResult[] {
  if (!json.ok)
    return [failure({ words: msg`the JSON that begins here is broken or cut short: copy all of it`, line })];
  const list: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  return list.map((each) => located(parseLabResult(each), line));
}

function excerpt(text: string): string {
  const shown = printableText(text).trim();
  return shown.length > 60 ? `${printableText(shown.slice(0, 60))}…` : shown;
}
