import type { StoreApi } from 'zustand';
import { failure, success, type Result } from '../../nets/result';
import type { DatabaseForm } from '../../run/storage/openDatabase';
import { openRecords, type KeptRecord } from '../../run/storage/recordDatabase';
import { taskCode, taskId, taskOfCode, type Task } from '../task';
import { createKept, type Kept } from './createKept';

/** A task that was made in this browser, or whose link was given to Collect. */
export type MadeTask = KeptRecord & {
  /** The whole task, as `taskCode` writes it. */
  readonly code: string;
  /** Whether its link was taken: from then on it stays as it is, and a change begins another one. */
  readonly isGiven: boolean;
};

export type MadeTasks = StoreApi<Kept<MadeTask>>;

const form: DatabaseForm = { name: 'featherweight.tasks', version: 1, store: 'tasks', earlier: 'keep' };

/** The tasks that this browser keeps. */
export function createMadeTasks(): MadeTasks {
  return createKept(() => openRecords(form, madeTaskOf));
}

export const madeTasks = createMadeTasks();

/** The kept tasks with what they ask, the latest first. */
export function listedTasks({
  records,
}: Pick<Kept<MadeTask>, 'records'>): readonly (MadeTask & { readonly task: Task })[] {
  return [...records.values()]
    .flatMap((made) => {
      const task = taskOfCode(made.code);
      return task.ok ? [{ ...made, task: task.value }] : [];
    })
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/**
 * Keeps a task as it is now.
 * @param id what the same task was kept under when it was last changed; null for the first time
 * @returns what it is kept under: another name where the link of the last one was taken, so that that one stays
 */
export function keepTask(kept: MadeTasks, task: Task, id: string | null, isGiven: boolean): string {
  const { records, put } = kept.getState();
  const code = taskCode(task);
  const known = id === null ? undefined : records.get(id);
  const isSame = known?.code === code;
  if (known !== undefined && isSame && (known.isGiven || !isGiven)) return known.id;
  const name = known === undefined || (known.isGiven && !isSame) ? newId() : known.id;
  void put([{ id: name, at: new Date().toISOString(), code, isGiven }]);
  return name;
}

/** Keeps tasks that came as links, but for those that are kept already. */
export async function keepGivenTasks(kept: MadeTasks, tasks: readonly Task[]): Promise<void> {
  const { open, put } = kept.getState();
  await open();
  const known = new Set(listedTasks(kept.getState()).map(({ task }) => taskId(task)));
  const fresh = [...new Map(tasks.map((task) => [taskId(task), task]))].filter(([id]) => !known.has(id));
  const at = new Date().toISOString();
  await put(fresh.map(([, task]) => ({ id: newId(), at, code: taskCode(task), isGiven: true })));
}

/** The name under which a task of this code is kept; null where none is. */
export function keptUnder({ records }: Pick<Kept<MadeTask>, 'records'>, code: string): string | null {
  return [...records.values()].find((made) => made.code === code)?.id ?? null;
}

function newId(): string {
  return `${String(Date.now())}-${Math.random().toString(36).slice(2, 10)}`;
}

function madeTaskOf(value: unknown): Result<MadeTask> {
  if (typeof value !== 'object' || value === null) return failure('task: not an object');
  const { id, at, code, isGiven }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof id !== 'string' || id === '') return failure('task: it has no name');
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return failure('task: at is no date');
  if (typeof code !== 'string' || !taskOfCode(code).ok) return failure('task: its code cannot be read');
  return success({ id, at, code, isGiven: isGiven === true });
}
