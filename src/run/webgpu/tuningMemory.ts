import type { Result } from '../../nets/result';
import type { TunedKernel } from '../device/executor';
import { connectTo, type Connection } from '../storage/connection';
import type { StorageFault } from '../storage/openDatabase';
import { kernelDatabase, parseStoredKernel } from './storedKernels';

/** Stores the winners of tuning in the browser, for the next visit. Never fails: what it cannot store is tuned again. */
export type TuningMemory = {
  /** Winners by shape; empty where none is stored or the browser stores nothing. One that cannot be read is left out. */
  readonly recall: () => Promise<ReadonlyMap<string, TunedKernel>>;
  readonly keep: (tuned: readonly TunedKernel[]) => Promise<void>;
};

/** @param adapter identifies the graphics processor */
export function tuningMemory(adapter: string): TuningMemory {
  return {
    recall: async () => {
      const stored = await inStore((connection) =>
        connection.read(async (store) => {
          const range = IDBKeyRange.bound([adapter], [adapter, []]);
          const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
          return keys.map((key, index) => parseStoredKernel(key, values[index]));
        }),
      );
      return new Map(stored?.flatMap((kernel) => (kernel.ok ? [[kernel.value.shape, kernel.value] as const] : [])));
    },
    keep: async (tuned) => {
      await inStore((connection) =>
        connection.write(async (store) => {
          await Promise.all(tuned.map((kernel) => store.put(kernel, [adapter, kernel.shape])));
        }),
      );
    },
  };
}

/** Whether another tab held the database: no network waits for it again. */
let isHeld = false;

/** Opens the database for one use, so that no tab holds up another one's newer version. Null where it fails. */
async function inStore<T>(use: (connection: Connection) => Promise<Result<T, StorageFault>>): Promise<T | null> {
  if (isHeld) return null;
  const connection = await connectTo(kernelDatabase);
  if (!connection.ok) {
    isHeld = connection.error.reason === 'held';
    return null;
  }
  const used = await use(connection.value);
  connection.value.close();
  return used.ok ? used.value : null;
}
