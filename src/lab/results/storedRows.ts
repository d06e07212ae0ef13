import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { failure, success, type Result } from '../../nets/result';
import { taskResultOfCode, type TaskResult } from '../../classroom/taskResult';
import { isTaskCode } from './collectable';
import type { LabResult } from './labResult';
import { attempted, parseLabResult } from './parseLabResult';
import { resultKey } from './resultCode';

/** A result and the key that it is stored under: equal codes mean equal results. */
export type CollectedResult = { readonly code: string; readonly result: LabResult };

/** Something stored that is no result, with all its text. */
export type SetAside = { readonly key: IDBValidKey; readonly text: string; readonly detail: MessageDescriptor };

/** What was handed in of a task, under its code. */
export type HandedIn = { readonly code: string; readonly result: TaskResult };

export type Contents = {
  readonly results: readonly CollectedResult[];
  readonly handedIn: readonly HandedIn[];
  readonly aside: readonly SetAside[];
};

/** Anything that a database holds, under its key. */
export type StoredRow = readonly [key: IDBValidKey, value: unknown];

/** What this app stores: a measurement as JSON, what was handed in as its code. Rows of a later order arrived later. */
type Row = { readonly order: number; readonly text: string };

/** The order is in microseconds, so that the results of one call keep theirs. */
export function rowOf(text: string, index: number): Row {
  return { order: Date.now() * 1000 + index, text };
}

export function contentsOf(rows: readonly StoredRow[]): Contents {
  const results: (CollectedResult & { readonly order: number })[] = [];
  const handedIn: (HandedIn & { readonly order: number })[] = [];
  const aside: SetAside[] = [];
  for (const [key, value] of rows) {
    const handed = handedInOf(key, value);
    if (handed !== undefined) {
      handedIn.push(handed);
      continue;
    }
    const parsed = attempted(() => parseRow(key, value));
    if (parsed.ok) results.push(parsed.value);
    else aside.push({ key, text: isRow(value) ? value.text : textOf(value), detail: parsed.error });
  }
  return {
    results: inOrder(results),
    handedIn: inOrder(handedIn),
    aside,
  };
}

/** In the order of arrival. */
function inOrder<R>(
  rows: readonly { readonly order: number; readonly code: string; readonly result: R }[],
): readonly { readonly code: string; readonly result: R }[] {
  return rows.toSorted((one, other) => one.order - other.order).map(({ code, result }) => ({ code, result }));
}

function handedInOf(key: IDBValidKey, value: unknown): (HandedIn & { readonly order: number }) | undefined {
  if (typeof key !== 'string' || !isTaskCode(key) || !isRow(value)) return undefined;
  const result = taskResultOfCode(key);
  return result.ok ? { order: value.order, code: key, result: result.value } : undefined;
}

function parseRow(
  key: IDBValidKey,
  value: unknown,
): Result<CollectedResult & { readonly order: number }, MessageDescriptor> {
  if (!isRow(value)) return failure(msg`not stored as this app does`);
  let json: unknown;
  try {
    json = JSON.parse(value.text);
  } catch {
    return failure(msg`not JSON`);
  }
  const result = parseLabResult(json);
  if (!result.ok) return result;
  const code = resultKey(result.value);
  if (code !== key) return failure(msg`stored as another one`);
  return success({ order: value.order, code, result: result.value });
}

export function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || !('order' in value) || !('text' in value)) return false;
  return typeof value.order === 'number' && Number.isFinite(value.order) && typeof value.text === 'string';
}

/** The text of anything that a database can hold. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    const text: unknown = JSON.stringify(value);
    if (typeof text === 'string') return text;
  } catch {
    // A cycle, or a number beyond JSON.
  }
  return Object.prototype.toString.call(value);
}
