import type { Result } from '../../src/nets/result';
import type { RunError } from '../../src/run/errors/runError';

/** A result's value; what went wrong is thrown, for tests to show. */
export function valueOf<T>(result: Result<T, RunError | string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
