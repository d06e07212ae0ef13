import { failure, success, type Result } from '../../nets/result';

/** What somebody answered to one question, and when. A later answer to the same question takes its place. */
export type Answer = {
  /** Of the question: `counting/p2`. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** The section of the chapter where it is asked; none at the chapter's end. */
  readonly place?: string;
  readonly given: Given;
  /** Where an answer is marked. */
  readonly isRight?: boolean;
  /** Of a question at a chapter's end: what drew it, with its numbers and the questions beside it. */
  readonly seed?: number;
};

export type Given =
  /** The answer was shown without a guess, or unfolded. */
  | { readonly kind: 'shown' }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'order'; readonly values: readonly string[] }
  | { readonly kind: 'bars'; readonly values: readonly number[] }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  /** Values of sliders that solve an exercise. */
  | { readonly kind: 'sliders'; readonly values: Readonly<Record<string, number | string>> };

/** The chapter that a question belongs to, as its address has it: `/counting`. */
export function chapterOf(id: string): string {
  return `/${id.slice(0, Math.max(0, id.indexOf('/')))}`;
}

/** Reads a stored or imported answer; `where` names it in a refusal. */
export function answerOf(json: unknown, where: string): Result<Answer> {
  if (!isObject(json)) return failure(`${where}: no answer (got ${shown(json)}, wanted an object)`);
  const { id, at, place, given, isRight, seed } = json;
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/.test(id))
    return failure(`${where}: no question (got ${shown(id)}, wanted a name such as counting/p2)`);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)))
    return failure(`${where}: no date (got ${shown(at)}, wanted ISO 8601)`);
  const read = givenOf(given);
  if (read === undefined) return failure(`${where}: what was said is not readable (got ${shown(given)})`);
  return success({
    id,
    at,
    given: read,
    ...(typeof place === 'string' && /^[a-z0-9-]{1,100}$/.test(place) && { place }),
    ...(typeof isRight === 'boolean' && { isRight }),
    ...(isSeed(seed) && { seed }),
  });
}

function givenOf(json: unknown): Given | undefined {
  if (!isObject(json)) return undefined;
  const { kind, value, text, values, isTrue } = json;
  if (kind === 'shown') return { kind };
  if (kind === 'number' && isFinite(value) && typeof text === 'string')
    return { kind, value, text: text.slice(0, 100) };
  if (kind === 'choice' && typeof value === 'string') return { kind, value };
  if (kind === 'order' && isListOf(values, (each) => typeof each === 'string')) return { kind, values };
  if (kind === 'bars' && isListOf(values, isFinite)) return { kind, values };
  if (kind === 'truth' && typeof isTrue === 'boolean') return { kind, isTrue };
  if (kind === 'sliders' && isObject(values)) {
    const entries = Object.entries(values).filter(
      (entry): entry is [string, number | string] => typeof entry[1] === 'string' || isFinite(entry[1]),
    );
    return { kind, values: Object.fromEntries(entries.slice(0, 100)) };
  }
  return undefined;
}

function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && isFinite(value) && value > 0 && value < 2 ** 32;
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isListOf<T>(value: unknown, isItem: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= 100 && value.every(isItem);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
}
