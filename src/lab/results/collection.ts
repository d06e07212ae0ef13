import { failure, success, type Result } from '../../nets/result';
import { connectTo } from '../../run/storage/connection';
import type { DatabaseForm, StorageFault } from '../../run/storage/openDatabase';
import { otherTabs } from '../../run/storage/otherTabs';
import { hasRoomFor } from '../../run/storage/roomLeft';
import { collectableKey, isTaskResult, type Collectable } from './collectable';
import { contentsOf, isRow, rowOf, type Contents, type StoredRow } from './storedRows';

/**
 * The results that this browser stores, for all its tabs. Every call is one transaction, so tabs that write at the same
 * time lose nothing, and a write that fails changes nothing.
 */
export type Collection = {
  /** In the order of arrival. */
  readonly read: () => Promise<Result<Contents, StorageFault>>;
  /** Adds what is not there yet. Resolves to the number of new results. */
  readonly add: (results: readonly Collectable[]) => Promise<Result<number, StorageFault>>;
  /** Stores texts that are no results, beside the results. */
  readonly setAside: (texts: readonly string[]) => Promise<Result<number, StorageFault>>;
  readonly remove: (keys: readonly IDBValidKey[]) => Promise<Result<readonly StoredRow[], StorageFault>>;
  /** Puts rows back; those that arrived again since then stay as they are. */
  readonly restore: (rows: readonly StoredRow[]) => Promise<Result<number, StorageFault>>;
  /** Calls `listener` after another tab has changed something. Returns the end of that. */
  readonly onChangeElsewhere: (listener: () => void) => () => void;
  readonly close: () => void;
};

export const collectionName = 'featherweight.results';

/** Keys are codes, values what `rowOf` makes, where this app wrote them. */
const form: DatabaseForm = { name: collectionName, version: 1, store: 'results', earlier: 'keep' };

/** Opens the collection, and makes it on the first visit. */
export async function openCollection(): Promise<Result<Collection, StorageFault>> {
  const opened = await connectTo(form);
  if (!opened.ok) return opened;
  const { read, write, close } = opened.value;
  const tabs = otherTabs(collectionName);

  /** Writes those of `rows` whose key is free. */
  const put = async (rows: readonly StoredRow[]): Promise<Result<number, StorageFault>> => {
    const letters = rows.reduce((total, [, value]) => total + (isRow(value) ? value.text.length : 0), 0);
    if (!(await hasRoomFor(letters * 2))) return failure({ reason: 'full' });
    const written = await write(async (store) => {
      const taken = new Set(await store.getAllKeys());
      // The first of equal ones counts, as it came first.
      const fresh = new Map(rows.filter(([key]) => !taken.has(key)).toReversed());
      await Promise.all([...fresh].map(([key, value]) => store.add(value, key)));
      return fresh.size;
    });
    if (written.ok && written.value > 0) tabs.tell();
    return written;
  };

  return success({
    read: () =>
      read(async (store) => {
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return contentsOf(keys.map((key, index) => [key, values[index]]));
      }),
    add: (results) =>
      put(
        results.map((result, index) => {
          const key = collectableKey(result);
          return [key, rowOf(isTaskResult(result) ? key : JSON.stringify(result), index)];
        }),
      ),
    setAside: (texts) => put(texts.map((text, index) => [`set aside: ${text}`, rowOf(text, index)])),
    restore: put,
    remove: async (keys) => {
      const removed = await write(async (store) => {
        const values = await Promise.all(keys.map((key) => store.get(key)));
        await Promise.all(keys.map((key) => store.delete(key)));
        return keys.map((key, index): StoredRow => [key, values[index]]).filter(([, value]) => value !== undefined);
      });
      if (removed.ok && removed.value.length > 0) tabs.tell();
      return removed;
    },
    onChangeElsewhere: tabs.onChange,
    close: () => {
      tabs.close();
      close();
    },
  });
}
