import { failure, success, type Result } from '../nets/result';
import { metrics, relations, type Condition } from './goal';
import { inventoryItems } from './inventory';
import { packedJson, unpackedJson, type CodeFault } from './packedJson';
import { printableText } from './printableText';
import { subjectsOf } from './subject';
import { textHash } from './textHash';

/** What a teacher asks of a class: a page with a goal, the check questions of a chapter, or the concept inventory. */
export type Task = PageTask | QuizTask | InventoryTask;

type Shared = {
  /** A few words, for the teacher's list; may be empty. */
  readonly title: string;
  /** What to do, in the teacher's words: plain text. */
  readonly text: string;
  /** What the student gives with the result. */
  readonly asks: Asked;
  readonly minutes: number | null;
};

export const askedKinds = ['name', 'number', 'nothing'] as const;

export type Asked = (typeof askedKinds)[number];

export type PageTask = Shared & {
  readonly kind: 'page';
  /** The page and its state as they begin: `/counting?memory.channels=512`. */
  readonly address: string;
  /** All must hold at once; without any, the student says when it is done. */
  readonly goal: readonly Condition[];
  /** Keys of the address that stay as they begin: `memory.channels`; of a network's options: `net:width`. */
  readonly locked: readonly string[];
};

export type QuizTask = Shared & {
  readonly kind: 'quiz';
  /** The chapter's address: `/counting`. */
  readonly chapter: string;
  /** The same seed draws the same questions. */
  readonly seed: number;
};

export type InventoryTask = Shared & {
  readonly kind: 'inventory';
  readonly when: 'before' | 'after';
  /** Numbers of items, from 1. */
  readonly items: readonly number[];
};

export const textLimits = { title: 60, text: 1000, address: 1500 } as const;
export const maxMinutes = 600;

/** A task as a word for addresses. */
export function taskCode(task: Task): string {
  return packedJson('task', codeVersion, packed(task));
}

/** Reads what `taskCode` writes; every part within its limits. */
export function taskOfCode(code: string): Result<Task, CodeFault> {
  const json = unpackedJson('task', codeVersion, code);
  if (!json.ok) return json;
  const task = Array.isArray(json.value) ? taskOf(json.value) : undefined;
  return task === undefined ? failure({ kind: 'broken' }) : success(task);
}

/** The address of the page that a task is done on, without the task: `/counting?memory.channels=512`. */
export function addressOf(task: Task): string {
  return task.kind === 'page' ? task.address : '/quiz';
}

/** The link that opens a task. `app` is the app's address without hash. */
export function taskLink(task: Task, app: string): string {
  const address = addressOf(task);
  return `${app}#${address}${address.includes('?') ? '&' : '?'}${taskParameter}=${taskCode(task)}`;
}

export const taskParameter = 'task';

/** Names a task in results: equal for equal tasks only, as far as eleven characters tell. */
export function taskId(task: Task): string {
  return textHash(JSON.stringify(packed(task)));
}

const codeVersion = 1;

/** Lists, not objects: names would make a code half as long again. */
function packed(task: Task): readonly unknown[] {
  const { title, text, minutes } = task;
  const shared = [title, text, askedKinds.indexOf(task.asks), minutes];
  switch (task.kind) {
    case 'page':
      return ['p', ...shared, task.address, task.goal.map(packedCondition), task.locked];
    case 'quiz':
      return ['q', ...shared, task.chapter, task.seed];
    case 'inventory':
      return ['i', ...shared, task.when === 'after' ? 1 : 0, task.items];
  }
}

function packedCondition(condition: Condition): readonly unknown[] {
  const { subject, metric } = condition;
  const about = [subject, metrics.indexOf(metric)];
  switch (condition.kind) {
    case 'measure':
      return ['m', ...about, relations.indexOf(condition.is), condition.value];
    case 'against':
      return ['a', ...about, relations.indexOf(condition.is), condition.factor];
    case 'step':
      return ['s', ...about, condition.knob, turns.indexOf(condition.turns)];
  }
}

const turns = ['up', 'down', 'same'] as const;

function taskOf(json: readonly unknown[]): Task | undefined {
  const [kind, title, text, asked, minutes, ...rest] = json;
  const asks = typeof asked === 'number' ? askedKinds[asked] : undefined;
  if (!isText(title, textLimits.title) || !isText(text, textLimits.text) || asks === undefined) return undefined;
  if (minutes !== null && !isWhole(minutes, 1, maxMinutes)) return undefined;
  // Marks that turn the direction of writing around would show a text that is not there.
  const shared = { title: printableText(title, false), text: printableText(text, true), asks, minutes };
  if (kind === 'p') return pageTask(shared, rest);
  if (kind === 'q') {
    const [chapter, seed] = rest;
    return isText(chapter, 60) && /^\/[a-z0-9-]+$/.test(chapter) && isWhole(seed, 0, 999_999)
      ? { kind: 'quiz', ...shared, chapter, seed }
      : undefined;
  }
  if (kind !== 'i') return undefined;
  const [when, items] = rest;
  const isItem = (item: unknown): item is number => isWhole(item, 1, inventoryItems.length);
  if ((when !== 0 && when !== 1) || !isListOf(items, isItem) || new Set(items).size !== items.length) return undefined;
  return items.length === 0
    ? undefined
    : { kind: 'inventory', ...shared, when: when === 1 ? 'after' : 'before', items };
}

function pageTask(shared: Shared, [address, goal, locked]: readonly unknown[]): PageTask | undefined {
  if (!isText(address, textLimits.address) || !/^\/[a-z0-9-]*(\?[^#\s]*)?$/.test(address)) return undefined;
  // A task within a task would be read in its place.
  if (new URLSearchParams(address.split('?')[1]).has(taskParameter)) return undefined;
  if (!isListOf(locked, isLock) || !Array.isArray(goal)) return undefined;
  const [path = ''] = address.split('?');
  const ids = new Set(subjectsOf(path).map(({ id }) => id));
  const conditions = goal.map((each: unknown) => (Array.isArray(each) ? conditionOf(each) : undefined));
  const known = conditions.filter((each) => each !== undefined && ids.has(each.subject)).filter(isDefined);
  return known.length === goal.length && goal.length <= 8
    ? { kind: 'page', ...shared, address, goal: known, locked }
    : undefined;
}

/** `memory.channels`, `net` or `net:width`: never the name of something that each object has. */
function isLock(key: unknown): key is string {
  return isText(key, 60) && /^(?:net(?::\w+)?|\w+\.\w+)$/.test(key);
}

function conditionOf([kind, subject, metricIndex, ...rest]: readonly unknown[]): Condition | undefined {
  const metric = typeof metricIndex === 'number' ? metrics[metricIndex] : undefined;
  if (!isText(subject, 60) || metric === undefined) return undefined;
  const [first, second] = rest;
  if (kind === 's') {
    const turn = typeof second === 'number' ? turns[second] : undefined;
    return isText(first, 60) && turn !== undefined
      ? { kind: 'step', subject, knob: first, metric, turns: turn }
      : undefined;
  }
  const is = typeof first === 'number' ? relations[first] : undefined;
  if (is === undefined || typeof second !== 'number' || !Number.isFinite(second) || second < 0) return undefined;
  if (kind === 'm') return { kind: 'measure', subject, metric, is, value: second };
  return kind === 'a' ? { kind: 'against', subject, metric, is, factor: second } : undefined;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

function isWhole(value: unknown, minimum: number, maximum: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
}

function isListOf<T>(value: unknown, isItem: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= 100 && value.every(isItem);
}
