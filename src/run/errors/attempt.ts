import { failure, type Result } from '../../nets/result';
import type { RunError } from './runError';

/** Turns an exception of a backend into a value. Only allocation failures are expected. */
export async function attempt<T>(action: () => Promise<Result<T, RunError>>): Promise<Result<T, RunError>> {
  try {
    return await action();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isMemory = error instanceof RangeError || /memory|allocation/i.test(detail);
    return failure({ code: isMemory ? 'outOfMemory' : 'deviceError', detail });
  }
}
