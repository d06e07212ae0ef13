import type { Result } from '../../nets/result';
import type { StorageFault } from './openDatabase';
import type { KeptRecord, RecordDatabase } from './recordDatabase';

/** Records as a page has them, whether the browser keeps them or not. */
export type Records<R> = {
  /** False until the browser has told what it keeps. */
  readonly isRead: boolean;
  /** The latest of each name. */
  readonly records: ReadonlyMap<string, R>;
  /** Why they last only as long as the page; null while the browser takes them. */
  readonly fault: StorageFault | null;
};

/** Keeps the records of a page's state and those of the browser the same. Nothing rejects. */
export function keepRecords<R extends KeptRecord>(
  open: () => Promise<Result<RecordDatabase<R>, StorageFault>>,
  set: (state: Partial<Records<R>>) => void,
  get: () => Records<R>,
) {
  let database: ReturnType<typeof open> | undefined;
  /** What the browser has not taken yet. It stays on the page, and is tried again with the next records. */
  const waiting = new Map<string, R>();

  const read = async (known: RecordDatabase<R>): Promise<void> => {
    const stored = await known.read();
    if (stored.ok) set({ isRead: true, records: latestById([...stored.value, ...waiting.values()]) });
    else set({ isRead: true, fault: stored.error });
  };
  const connected = (): ReturnType<typeof open> => {
    database ??= open().then(async (result) => {
      if (result.ok) {
        result.value.onChangeElsewhere(() => void read(result.value));
        await read(result.value);
      } else set({ isRead: true, fault: result.error });
      return result;
    });
    return database;
  };
  return {
    opened: async (): Promise<void> => {
      await connected();
    },
    put: async (records: readonly R[]): Promise<void> => {
      for (const record of records) waiting.set(record.id, record);
      set({ records: latestById([...get().records.values(), ...records]) });
      const known = await connected();
      const sent = [...waiting.values()];
      const written = known.ok ? await known.value.put(sent) : known;
      if (written.ok) for (const record of sent) if (waiting.get(record.id) === record) waiting.delete(record.id);
      set({ fault: written.ok ? null : written.error });
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) waiting.delete(id);
      const removed = new Set(ids);
      set({ records: new Map([...get().records].filter(([id]) => !removed.has(id))) });
      const known = await connected();
      const done = known.ok ? await known.value.remove(ids) : known;
      set({ fault: done.ok ? null : done.error });
    },
  };
}

/** Of several records of one name the latest. */
function latestById<R extends KeptRecord>(records: readonly R[]): ReadonlyMap<string, R> {
  const latest = new Map<string, R>();
  for (const record of records) {
    const known = latest.get(record.id);
    if (known === undefined || Date.parse(known.at) <= Date.parse(record.at)) latest.set(record.id, record);
  }
  return latest;
}
