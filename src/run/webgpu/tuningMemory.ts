import type { TunedKernel } from '../device/executor';

/** What tuning found, kept by the browser from one visit to the next. */
export type TuningMemory = {
  /** By shape of step; empty where nothing is known or can be kept. */
  readonly recall: () => Promise<ReadonlyMap<string, TunedKernel>>;
  readonly keep: (tuned: readonly TunedKernel[]) => Promise<void>;
};

/** Raised when kernels change so much that old times say nothing. */
const kernelsVersion = 3;
const storeName = 'tunedKernels';

/** @param adapter what tells one graphics processor from another */
export function tuningMemory(adapter: string): TuningMemory {
  const keyOf = (shape: string): readonly string[] => [adapter, shape];
  return {
    recall: async () => {
      const database = await opened();
      if (database === null) return new Map();
      const range = IDBKeyRange.bound([adapter], [adapter, []]);
      const found = await settled(database.transaction(storeName).objectStore(storeName).getAll(range));
      database.close();
      return new Map((found ?? []).filter(isTunedKernel).map((tuned) => [tuned.shape, tuned]));
    },
    keep: async (tuned) => {
      const database = await opened();
      if (database === null) return;
      const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
      await Promise.all(tuned.map((kernel) => settled(store.put(kernel, [...keyOf(kernel.shape)]))));
      database.close();
    },
  };
}

/** Null where the browser keeps nothing: a private window, or Node. */
async function opened(): Promise<IDBDatabase | null> {
  if (!('indexedDB' in globalThis)) return null;
  try {
    const request = indexedDB.open('featherweight', kernelsVersion);
    request.addEventListener('upgradeneeded', () => {
      const { result } = request;
      if (result.objectStoreNames.contains(storeName)) result.deleteObjectStore(storeName);
      result.createObjectStore(storeName);
    });
    return await settled(request);
  } catch {
    // A browser that forbids its pages to keep anything throws already here.
    return null;
  }
}

/** The result of a request, or null when it was refused: tuning is then done anew. */
function settled<T>(request: IDBRequest<T>): Promise<T | null> {
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
