import { success, type Result } from '../../nets/result';
import { connectTo } from './connection';
import type { DatabaseForm, StorageFault } from './openDatabase';
import { otherTabs } from './otherTabs';

/** Something that is kept under its own name. Of two of one name the later one stays. */
export type KeptRecord = {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
};

/**
 * Records that this browser stores for all its tabs: tabs that write at the same time lose nothing of each other's, and a
 * write that fails changes nothing.
 */
export type RecordDatabase<R> = {
  /** What cannot be parsed, which a newer version may have written, is left where it is. */
  readonly read: () => Promise<Result<readonly R[], StorageFault>>;
  /** Stores records; of one name the latest counts. */
  readonly put: (records: readonly R[]) => Promise<Result<undefined, StorageFault>>;
  readonly remove: (ids: readonly string[]) => Promise<Result<undefined, StorageFault>>;
  /** Calls `listener` after another tab has changed something. Returns the end of that. */
  readonly onChangeElsewhere: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** Opens a database of records, and makes it on the first visit. */
export async function openRecords<R extends KeptRecord>(
  form: DatabaseForm,
  parse: (value: unknown) => Result<R, unknown>,
): Promise<Result<RecordDatabase<R>, StorageFault>> {
  const opened = await connectTo(form);
  if (!opened.ok) return opened;
  const { read, write, close } = opened.value;
  const tabs = otherTabs(form.name);
  /** Whether what is stored came after `record`. */
  const isLater = (stored: unknown, record: R): boolean => {
    const known = parse(stored);
    return known.ok && Date.parse(known.value.at) > Date.parse(record.at);
  };
  return success({
    read: () =>
      read(async (store) => {
        const values = await store.getAll();
        return values.flatMap((value) => {
          const record = parse(value);
          return record.ok ? [record.value] : [];
        });
      }),
    put: async (records) => {
      const written = await write(async (store) => {
        const known = await Promise.all(records.map(({ id }) => store.get(id)));
        const newer = records.filter((record, index) => !isLater(known[index], record));
        await Promise.all(newer.map((record) => store.put(record, record.id)));
        return undefined;
      });
      if (written.ok) tabs.tell();
      return written;
    },
    remove: async (ids) => {
      const removed = await write(async (store) => {
        await Promise.all(ids.map((id) => store.delete(id)));
        return undefined;
      });
      if (removed.ok) tabs.tell();
      return removed;
    },
    onChangeElsewhere: tabs.onChange,
    close: () => {
      tabs.close();
      close();
    },
  });
}
