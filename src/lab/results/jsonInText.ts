import { failure, success, type Result } from '../../nets/result';

/** JSON in a text. */
export type JsonPiece = {
  /** An error where it begins as JSON of results and is broken. */
  readonly json: Result<unknown>;
  /** Line breaks within it. */
  readonly breaks: number;
};

/** What ends a line. */
export const lineBreak = /\r\n|[\n\r]/;

/**
 * Splits a text at the results that it holds as JSON: objects and arrays of objects, in the order of the text. A text that
 * is JSON as a whole is one piece, whatever it holds. Of broken JSON, the whole results in it are pieces after the error.
 */
export function jsonInText(text: string): readonly (string | JsonPiece)[] {
  if (!/^[[{]/.test(text)) return piecesOf(text);
  const whole = parsed(text);
  return whole.ok ? [{ json: whole, breaks: breaksIn(text) }] : piecesOf(text);
}

function piecesOf(text: string): readonly (string | JsonPiece)[] {
  const pieces: (string | JsonPiece)[] = [];
  const ends = bracketEnds(text);
  let [taken, brokenUntil] = [0, 0];
  // A text made of nested brackets must not be parsed once for each of them.
  let lettersLeft = 4 * text.length;
  const take = (json: Result<unknown>, from: number, to: number): void => {
    pieces.push(text.slice(taken, from), { json, breaks: breaksIn(text.slice(from, to)) });
    taken = to;
  };
  for (const { index } of text.matchAll(/\{|\[(?=\s*\{)/g)) {
    const end = ends.get(index);
    if (index < taken || lettersLeft <= 0) continue;
    const json = end === undefined ? null : parsed(text.slice(index, end));
    lettersLeft -= end === undefined ? 0 : end - index;
    if (json?.ok === true) {
      if (holdsResult(json.value) && end !== undefined) take(json, index, end);
    } else if (index >= brokenUntil && /^[[{\s]*"\w/.test(text.slice(index, index + 200))) {
      take(failure('not JSON'), index, index + 1);
      brokenUntil = end ?? text.length;
    }
  }
  return [...pieces, text.slice(taken)];
}

/** Brackets around one another; results have a few. */
const maxDepth = 100;

/** Where each bracket's partner ends, by the bracket's place. Brackets in the strings of JSON do not count. */
function bracketEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly index: number; readonly closer: string }[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.){0,400}"|[[\]{}]/g)) {
    if (token === '[' || token === '{') {
      open.push({ index, closer: token === '[' ? ']' : '}' });
      if (open.length > maxDepth) open.shift();
    } else if (token === ']' || token === '}') {
      // What was left open inside has no end.
      const at = open.findLastIndex(({ closer }) => closer === token);
      const [opener] = at < 0 ? [] : open.splice(at);
      if (opener !== undefined) ends.set(opener.index, index + 1);
    }
  }
  return ends;
}

function breaksIn(text: string): number {
  return text.split(lineBreak).length - 1;
}

function parsed(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return success(value);
  } catch {
    return failure('not JSON');
  }
}

/** Whether JSON between words was to be results: it has their fields. */
function holdsResult(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsResult);
  return typeof value === 'object' && value !== null && ('network' in value || 'figures' in value);
}
