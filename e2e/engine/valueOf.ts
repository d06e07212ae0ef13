import type { Result } from '../../src/nets/result';

/** A result's value; throws its error, for tests to show. */
export function valueOf<T>(result: Result<T, object | string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
