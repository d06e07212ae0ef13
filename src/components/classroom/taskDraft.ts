import type { Condition } from '../../classroom/goal';
import { knobLocks, type LockName } from './knobLocks';
import { inventoryItems } from '../../classroom/inventory';
import { subjectsOf } from '../../classroom/subject';
import { taskOfCode, taskParameter, textLimits, type Asked, type Task } from '../../classroom/task';
import { taskPages } from '../explain/task/taskPages';
import { addressAt, placeOf } from './taskPlace';

/** A task in the making: what every kind of it needs, kept while the teacher tries one kind and another. */
export type TaskDraft = {
  readonly kind: Task['kind'];
  readonly title: string;
  readonly text: string;
  readonly asks: Asked;
  readonly minutes: number | null;
  readonly address: string;
  readonly goal: readonly Condition[];
  readonly locked: readonly string[];
  readonly chapter: string;
  readonly seed: number;
  readonly when: 'before' | 'after';
  readonly items: readonly number[];
};

export const emptyDraft: TaskDraft = {
  kind: 'page',
  title: '',
  text: '',
  asks: 'name',
  minutes: null,
  address: '/squeezenet',
  goal: [],
  locked: [],
  chapter: '/counting',
  seed: 1,
  when: 'before',
  items: inventoryItems.map(({ number }) => number),
};

/** The task that a draft makes. */
export function taskOfDraft(draft: TaskDraft): Task {
  const { kind, title, text, asks, minutes } = draft;
  const shared = { title, text, asks, minutes };
  switch (kind) {
    case 'page': {
      const { address, goal, locked } = draft;
      return { kind, ...shared, address, goal, locked };
    }
    case 'quiz':
      return { kind, ...shared, chapter: draft.chapter, seed: draft.seed };
    case 'inventory':
      return { kind, ...shared, when: draft.when, items: draft.items };
  }
}

/** A draft that makes this task. */
export function draftOfTask(task: Task): TaskDraft {
  return { ...emptyDraft, ...task };
}

/** The draft on another page, or another state of its page: what no longer fits is dropped. */
export function movedDraft(draft: TaskDraft, address: string): TaskDraft {
  const { path } = placeOf(address);
  const ids = new Set(subjectsOf(path).map(({ id }) => id));
  const keys = new Set(locksOn(path).map(({ key }) => key));
  return {
    ...draft,
    address,
    goal: draft.goal.filter(({ subject }) => ids.has(subject)),
    locked: draft.locked.filter((key) => keys.has(key)),
  };
}

/** The controls of a page that can be locked. */
export function locksOn(path: string): readonly LockName[] {
  return subjectsOf(path).flatMap(knobLocks);
}

/**
 * What a pasted link of the app asks for, or a bare address: the page in its state, or the task in it, to be changed.
 * Undefined where it is no link of a page that a task can be done on.
 */
export function draftIn(text: string, draft: TaskDraft): TaskDraft | undefined {
  const found = /(?:^|#)(\/[a-z0-9-]*(?:\?[^#\s]*)?)$/.exec(text.trim())?.[1];
  if (found === undefined) return undefined;
  const { path, query } = placeOf(found);
  const { [taskParameter]: code, ...state } = query;
  const task = code === undefined ? undefined : taskOfCode(code);
  if (task?.ok === true && task.value.kind !== 'page') return draftOfTask(task.value);
  const address = addressAt(path, state);
  if (!taskPages.has(path) || address.length > textLimits.address) return undefined;
  return movedDraft(task?.ok === true ? draftOfTask(task.value) : draft, address);
}
