import { createStore, type StoreApi } from 'zustand';
import type { Result } from '../../nets/result';
import { keepRecords, type Records } from '../../run/storage/keepRecords';
import type { StorageFault } from '../../run/storage/openDatabase';
import type { KeptRecord, RecordDatabase } from '../../run/storage/recordDatabase';

/** Records of a class that this browser keeps, the same in all its tabs. */
export type Kept<R> = Records<R> & {
  /** What `erase` removed last and `undo` brings back. */
  readonly erased: readonly R[];
  /** Reads what the browser keeps; further calls do nothing. */
  readonly open: () => Promise<void>;
  /** Of one name the later record stays. */
  readonly put: (records: readonly R[]) => Promise<void>;
  /** Removes for good. */
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** Removes until `undo`. */
  readonly erase: (ids: readonly string[]) => Promise<void>;
  readonly undo: () => Promise<void>;
};

/** The records over a database that `open` opens. */
export function createKept<R extends KeptRecord>(
  open: () => Promise<Result<RecordDatabase<R>, StorageFault>>,
): StoreApi<Kept<R>> {
  return createStore<Kept<R>>()((set, get) => {
    const { opened, put, remove } = keepRecords<R>(open, set, get);
    return {
      isRead: false,
      records: new Map(),
      fault: null,
      erased: [],
      open: opened,
      put,
      forget: remove,
      erase: async (ids) => {
        set({ erased: ids.flatMap((id) => get().records.get(id) ?? []) });
        await remove(ids);
      },
      undo: async () => {
        const { erased } = get();
        set({ erased: [] });
        await put(erased);
      },
    };
  });
}
