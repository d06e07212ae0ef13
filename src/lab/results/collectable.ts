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
export function collectableOfCode(code: string): Result<Collectable> {
  if (!isTaskCode(code)) return resultOfCode(code);
  const result = taskResultOfCode(code);
  return result.ok ? result : failure(faultText(result.error));
}

/** Whether a code is that of a handed-in task, of this version or a later one. */
export function isTaskCode(code: string): boolean {
  return Number(/^(\d+)~[A-Za-z0-9_-]+$/.exec(code)?.[1] ?? 0) >= taskResultVersion;
}

function faultText(fault: CodeFault): string {
  switch (fault.kind) {
    case 'broken':
      return 'result: the code is damaged: a part of it is missing or changed';
    case 'newer':
      return `result: a newer version of this app made the code (got ${String(fault.version)}, wanted ${String(taskResultVersion)})`;
    case 'tooLong':
      return 'result: the code is too long';
  }
}
