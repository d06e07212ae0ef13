import { failure, success, type Result } from '../nets/result';
import { packedJson, unpackedJson, type CodeFault } from './packedJson';
import { printableText } from './printableText';
import { maxMinutes, taskId, textLimits, type Task } from './task';

/** What a student hands back. It says enough to be read without the task; only `taskId` ties it to one. */
export type TaskResult = {
  readonly taskId: string;
  readonly title: string;
  /** A name or a number, as the teacher asked; empty where nothing is asked. */
  readonly nickname: string;
  /** When it was handed in; counts from 1970. */
  readonly atSeconds: number;
  /** Since the task was opened on that device. */
  readonly tookSeconds: number;
  /** The time limit of the task; null without one, and in results of earlier versions of this app. */
  readonly minutes: number | null;
  readonly outcome: Outcome;
};

export type Outcome = PageOutcome | QuizOutcome | InventoryOutcome;

export type PageOutcome = {
  readonly kind: 'page';
  /** The page in the state that was handed in: `/counting?memory.channels=512`. */
  readonly address: string;
  /** Whether the goal was reached; null for a task without one. */
  readonly isSolved: boolean | null;
  /** What each condition read, in the order of the goal; null where there was nothing to read. */
  readonly values: readonly (number | null)[];
  /** What was guessed on this page before its figures showed the answers, by question. */
  readonly guesses: Readonly<Record<string, Said>>;
};

export type QuizOutcome = {
  readonly kind: 'quiz';
  readonly chapter: string;
  readonly seed: number;
  /** What was answered, by question: a number, an option or `true` and `false`; missing where nothing was. */
  readonly answers: Readonly<Record<string, Said>>;
};

export type InventoryOutcome = {
  readonly kind: 'inventory';
  readonly when: 'before' | 'after';
  readonly items: readonly number[];
  /** Letters by the number of the item. */
  readonly answers: Readonly<Record<string, Said>>;
};

/** A typed number, a choice, or values in order. */
export type Said = number | string | readonly (number | string)[];

export const maxNickname = 40;

/** The result of `task`. `nowMs` counts from 1970. */
export function taskResult(
  task: Task,
  outcome: Outcome,
  { nickname, openedMs, nowMs }: { readonly nickname: string; readonly openedMs: number; readonly nowMs: number },
): TaskResult {
  return {
    taskId: taskId(task),
    title: task.title,
    // Cut first: that may halve a pair.
    nickname: printableText(nickname.trim().slice(0, maxNickname), false).trim(),
    atSeconds: Math.round(nowMs / 1000),
    tookSeconds: Math.min(maxSeconds, Math.max(0, Math.round((nowMs - openedMs) / 1000))),
    minutes: task.minutes,
    outcome,
  };
}

/** Seconds that somebody took longer than the task gave; 0 within its time, and where it gave no limit. */
export function secondsOver({ tookSeconds, minutes }: Pick<TaskResult, 'tookSeconds' | 'minutes'>): number {
  return minutes === null ? 0 : Math.max(0, tookSeconds - minutes * 60);
}

const maxSeconds = 10_000_000;

/** The version of codes: 1 is that of a measurement, which the same links carry. */
export const taskResultVersion = 2;

/** A result as a word for links, QR codes and files; guarded against damage, not against cheating. */
export function taskResultCode(result: TaskResult): string {
  const { taskId: id, title, nickname, atSeconds, tookSeconds, minutes, outcome } = result;
  const shared = [id, title, nickname, atSeconds, tookSeconds];
  // Last, where earlier versions of this app read past it.
  const limit = minutes === null ? [] : [minutes];
  return packedJson('result', taskResultVersion, [...shared, ...packed(outcome), ...limit]);
}

/** A link to Collect that carries a result. `app` is the app's address without hash and query. */
export function taskResultLink(result: TaskResult, app: string): string {
  return `${app}#/collect?r=${taskResultCode(result)}`;
}

/** Reads what `taskResultCode` writes. */
export function taskResultOfCode(code: string): Result<TaskResult, CodeFault> {
  const json = unpackedJson('result', taskResultVersion, code);
  if (!json.ok) return json;
  const result = Array.isArray(json.value) ? resultOf(json.value) : undefined;
  return result === undefined ? failure({ kind: 'broken' }) : success(result);
}

function packed(outcome: Outcome): readonly unknown[] {
  switch (outcome.kind) {
    case 'page':
      return ['p', outcome.address, outcome.isSolved, outcome.values, outcome.guesses];
    case 'quiz':
      return ['q', outcome.chapter, outcome.seed, outcome.answers];
    case 'inventory':
      return ['i', outcome.when === 'after' ? 1 : 0, outcome.items, outcome.answers];
  }
}

function resultOf([id, title, nickname, at, took, kind, ...rest]: readonly unknown[]): TaskResult | undefined {
  if (typeof id !== 'string' || !/^[0-9a-z]{1,14}$/.test(id) || !isShort(title, textLimits.title)) return undefined;
  if (!isShort(nickname, maxNickname) || !isWhole(at, 1e10) || !isWhole(took, maxSeconds)) return undefined;
  const outcome = kind === 'p' ? pageOutcome(rest) : kind === 'q' ? quizOutcome(rest) : inventoryOutcome(kind, rest);
  const minutes = rest[kind === 'p' ? 4 : 3] ?? null;
  if (outcome === undefined || (minutes !== null && !isWhole(minutes, maxMinutes))) return undefined;
  return {
    taskId: id,
    title: printableText(title, false),
    nickname: printableText(nickname, false),
    atSeconds: at,
    tookSeconds: took,
    minutes,
    outcome,
  };
}

function pageOutcome([address, isSolved, values, guesses]: readonly unknown[]): PageOutcome | undefined {
  if (!isShort(address, textLimits.address) || !/^\/[a-z0-9-]*(\?[^#\s]*)?$/.test(address)) return undefined;
  if (isSolved !== null && typeof isSolved !== 'boolean') return undefined;
  const said = saidOf(guesses);
  if (said === undefined || !isList(values, (value) => value === null || isFinite(value))) return undefined;
  return { kind: 'page', address, isSolved, values, guesses: said };
}

function quizOutcome([chapter, seed, answers]: readonly unknown[]): QuizOutcome | undefined {
  const said = saidOf(answers);
  if (said === undefined || !isWhole(seed, 999_999)) return undefined;
  if (!isShort(chapter, 60) || !/^\/[a-z0-9-]+$/.test(chapter)) return undefined;
  return { kind: 'quiz', chapter, seed, answers: said };
}

function inventoryOutcome(kind: unknown, [when, items, answers]: readonly unknown[]): InventoryOutcome | undefined {
  const said = saidOf(answers);
  if (kind !== 'i' || said === undefined || (when !== 0 && when !== 1)) return undefined;
  if (!isList(items, (item): item is number => isWhole(item, 100))) return undefined;
  return { kind: 'inventory', when: when === 1 ? 'after' : 'before', items, answers: said };
}

function saidOf(json: unknown): Readonly<Record<string, Said>> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json).filter(
    (entry): entry is [string, Said] => entry[0].length <= 80 && isSaid(entry[1]),
  );
  return entries.length === Object.keys(json).length && entries.length <= 100 ? Object.fromEntries(entries) : undefined;
}

/** Whether anything that was stored or sent can be what somebody said. */
export function isSaid(value: unknown): value is Said {
  return isFinite(value) || isShort(value, 100) || isList(value, (each) => isFinite(each) || isShort(each, 100));
}

function isList<T>(value: unknown, isItem: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= 100 && value.every(isItem);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isWhole(value: unknown, maximum: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maximum;
}

function isShort(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}
