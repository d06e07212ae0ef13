import { failure, success, type Result } from '../../nets/result';
import type { TunedKernel } from '../device/executor';
import type { DatabaseForm } from '../storage/openDatabase';

/**
 * Where the winners of tuning are stored: under adapter and shape. The version is raised when kernels change so much that
 * stored times are out of date.
 */
export const kernelDatabase: DatabaseForm = {
  name: 'featherweight',
  version: 3,
  store: 'tunedKernels',
  earlier: 'forget',
};

/** Parses what is stored under a key. */
export function parseStoredKernel(key: IDBValidKey, value: unknown): Result<TunedKernel> {
  if (typeof value !== 'object' || value === null) return failure('tuned kernel: not an object');
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  const { shape, kernel, timesMs, wrong } = fields;
  if (typeof shape !== 'string' || !Array.isArray(key) || key.length !== 2 || key[1] !== shape)
    return failure('tuned kernel: shape is not that of its key');
  if (typeof kernel !== 'string' || kernel.length > maxNameLength) return failure('tuned kernel: kernel is not a name');
  if (typeof timesMs !== 'object' || timesMs === null || !Object.entries(timesMs).every(isTime))
    return failure('tuned kernel: timesMs are not times by name');
  const times: Readonly<Record<string, number>> = Object.fromEntries(Object.entries(timesMs).filter(isTime));
  if (wrong === undefined) return success({ shape, kernel, timesMs: times });
  if (!Array.isArray(wrong) || !wrong.every(isName)) return failure('tuned kernel: wrong is not a list of names');
  return success({ shape, kernel, timesMs: times, wrong: wrong.filter(isName) });
}

const maxNameLength = 500;

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxNameLength;
}

function isTime(entry: readonly [string, unknown]): entry is [string, number] {
  const [name, ms] = entry;
  // A candidate that was never timed has an infinite time.
  return isName(name) && typeof ms === 'number' && ms >= 0;
}
