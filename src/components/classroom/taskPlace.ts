import { forgetText, storedText, storeText } from '../../browserStorage';
import { taskId, type PageTask, type Task } from '../../classroom/task';
import type { Query } from '../../classroom/setting';
import type { Locks } from '../ui/address/locks';

/** The path and the values of an address such as `/counting?memory.channels=512`. */
export function placeOf(address: string): { readonly path: string; readonly query: Query } {
  const [path = '/', query = ''] = address.split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a page with these values, as the app writes it. */
export function addressAt(path: string, query: Query): string {
  const text = new URLSearchParams(query)
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%3D', '=')
    .replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}

/** What a task holds of its page's address. */
export function locksOf({ address, locked }: PageTask): Locks {
  const { query } = placeOf(address);
  return Object.fromEntries(locked.map((key) => [key, query[key.replace(/:.*$/, '')] ?? null]));
}

/** When a task was first opened in this browser; from now on, where it was not. Counts from 1970. */
export function openedMs(task: Task): number {
  const key = keyOf(task);
  const stored = Number(storedText(key));
  if (Number.isFinite(stored) && stored > 0 && stored <= Date.now()) return stored;
  const now = Date.now();
  storeText(key, String(now));
  return now;
}

/** Lets the time of a task begin again, for another person at this device. */
export function openAgain(task: Task): void {
  forgetText(keyOf(task));
  storeText(againKeyOf(task), String(Date.now()));
}

/** When the latest person began, where others did the task before on this device; 0 where nobody did. Counts from 1970. */
export function personSinceMs(task: Task): number {
  const stored = Number(storedText(againKeyOf(task)));
  return Number.isFinite(stored) ? stored : 0;
}

function keyOf(task: Task): string {
  return `featherweight.task.${taskId(task)}`;
}

function againKeyOf(task: Task): string {
  return `${keyOf(task)}.again`;
}

/** The app's address without hash, which links of tasks and results begin with. */
export function appAddress(): string {
  return window.location.href.replace(/[?#].*$/s, '');
}
