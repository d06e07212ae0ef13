import type { TunedKernel } from '../device/executor';

/** Stores the winners of tuning in the browser, for the next visit. */
export type TuningMemory = {
  /** Winners by shape; empty where none is stored or the browser stores nothing. */
  readonly recall: () => Promise<ReadonlyMap<string, TunedKernel>>;
  readonly keep: (tuned: readonly TunedKernel[]) => Promise<void>;
};

/** Raised when kernels change so much that stored times are out of date. */
const kernelsVersion = 3;
const storeName = 'tunedKernels';

/** @param adapter identifies the graphics processor */
export function tuningMemory(adapter: string): TuningMemory {
  const keyOf = (shape: string): readonly string[] => [adapter, shape];
  return {
    recall: async () => {
      const database = await openDatabase();
      if (database === null) return new Map();
      const range = IDBKeyRange.bound([adapter], [adapter, []]);
      const found = await resultOf(database.transaction(storeName).objectStore(storeName).getAll(range));
      database.close();
      return new Map((found ?? []).filter(isTunedKernel).map((tuned) => [tuned.shape, tuned]));
    },
    keep: async (tuned) => {
      const database = await openDatabase();
      if (database === null) return;
      const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
      await Promise.all(tuned.map((kernel) => resultOf(store.put(kernel, [...keyOf(kernel.shape)]))));
      database.close();
    },
  };
}

/** Null where nothing can be stored: in a private window, or in Node. */
async function openDatabase(): Promise<IDBDatabase | null> {
  if (!('indexedDB' in globalThis)) return null;
  try {
    const request = indexedDB.open('featherweight', kernelsVersion);
    request.addEventListener('upgradeneeded', () => {
      const { result } = request;
      if (result.objectStoreNames.contains(storeName)) result.deleteObjectStore(storeName);
      result.createObjectStore(storeName);
    });
    return await resultOf(request);
  } catch {
    // Thrown by browsers that forbid the page to store anything.
    return null;
  }
}

/** The result of a request, or null where it failed: kernels are then tuned again. */
function resultOf<T>(request: IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(null);
    });
  });
}

function isTunedKernel(value: unknown): value is TunedKernel {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'shape' in value &&
    typeof value.shape === 'string' &&
    'kernel' in value &&
    typeof value.kernel === 'string' &&
    'timesMs' in value &&
    typeof value.timesMs === 'object'
  );
}
