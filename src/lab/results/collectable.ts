import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { taskOfCode, type Task } from '../../classroom/task';
import { taskResultCode, taskResultOfCode, taskResultVersion, type TaskResult } from '../../classroom/taskResult';
import type { CodeFault } from '../../classroom/packedJson';
import { failure, type Result } from '../../nets/result';
import type { LabResult } from './labResult';
import { resultKey } from './resultCode';
import { resultOfCode } from './resultOfCode';

/** What Collect takes: a measurement, or what was handed in of a task. */
export type Collectable = LabResult | TaskResult;

export function isTaskResult(result: Collectable): result is TaskResult {
  return 'taskId' in result;
}

/** The key that the store has it under: equal ones mean equal results. */
export function collectableKey(result: Collectable): string {
  return isTaskResult(result) ? taskResultCode(result) : resultKey(result);
}

/** Parses a code of either kind. */
export function collectableOfCode(code: string): Result<Collectable, MessageDescriptor> {
  if (!isTaskCode(code)) return resultOfCode(code);
  const result = taskResultOfCode(code);
  return result.ok ? result : failure(faultWords(result.error));
}

/** Whether a code is that of a handed-in task, of this version or a later one. */
export function isTaskCode(code: string): boolean {
  return Number(/^(\d+)~[A-Za-z0-9_-]+$/.exec(code)?.[1] ?? 0) >= taskResultVersion;
}

/** The task that a code holds, where it is that of a task itself and not of a result. */
export function askedTask(code: string): Task | undefined {
  const task = taskOfCode(code);
  return task.ok ? task.value : undefined;
}

function faultWords(fault: CodeFault): MessageDescriptor {
  switch (fault.kind) {
    case 'broken':
      return msg`a part of the code is missing or changed: ask for the link again, and copy all of it`;
    case 'newer':
      return msg`a newer version of this app made the code: reload the page to get that version`;
    case 'tooLong':
      return msg`the code is too long to be one`;
  }
}
