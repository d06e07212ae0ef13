import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { failure, success, type Result } from '../../nets/result';

/** Why a database of the browser cannot be used. */
export type StorageFault =
  /** The browser stores nothing for this page: site data is blocked, or the window is private. */
  | { readonly reason: 'refused'; readonly detail: string }
  /** A newer version of the app wrote it. */
  | { readonly reason: 'newer' }
  /** Another tab holds an older version of it open, or is about to delete it. */
  | { readonly reason: 'held' }
  /** It is not as the app makes it. */
  | { readonly reason: 'damaged'; readonly detail: string }
  /** No room is left. */
  | { readonly reason: 'full' };

/** Any keys and values: what is read from a database is parsed. */
type Entry = { readonly key: IDBValidKey; readonly value: unknown };

/** The stores of the app's databases, each in one of its own. */
export type Schema = {
  readonly results: Entry;
  readonly tunedKernels: Entry;
  readonly progress: Entry;
  readonly sheets: Entry;
  readonly tasks: Entry;
};

export type DatabaseForm = {
  readonly name: string;
  /** Raised when what is stored changes. */
  readonly version: number;
  readonly store: keyof Schema;
  /** What to do with what an earlier version stored. */
  readonly earlier: 'keep' | 'forget';
};

/** Other tabs close a database within milliseconds when they are asked to; a tab that does not is told to the person. */
const patienceMs = 4000;

/** Opens a database, and closes it again when another tab needs that. Always resolves, within a few seconds. */
export async function openDatabase(form: DatabaseForm): Promise<Result<IDBPDatabase<Schema>, StorageFault>> {
  const { name, version, store, earlier } = form;
  const patience = startPatience();
  try {
    const opening = openDB<Schema>(name, version, {
      upgrade: (database) => {
        if (earlier === 'forget' && database.objectStoreNames.contains(store)) database.deleteObjectStore(store);
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      },
      blocked: patience.lose,
      blocking: () => void opening.then((database) => database.close()),
    });
    const database = await Promise.race([opening, patience.lost]);
    if (database === 'held') {
      // Opened too late, it would hold up other tabs.
      opening.then(
        (late) => late.close(),
        () => undefined,
      );
      return failure({ reason: 'held' });
    }
    if (database.objectStoreNames.contains(store)) return success(database);
    database.close();
    return failure({ reason: 'damaged', detail: `${name}: its store is missing (wanted ${store})` });
  } catch (error) {
    return failure(storageFaultOf(error));
  } finally {
    patience.end();
  }
}

/** Deletes a database with all it holds. Null when that is done. */
export async function forgetDatabase(name: string): Promise<StorageFault | null> {
  const patience = startPatience();
  try {
    const deleting = deleteDB(name, { blocked: patience.lose });
    deleting.catch(() => undefined);
    return (await Promise.race([deleting, patience.lost])) === 'held' ? { reason: 'held' } : null;
  } catch (error) {
    return storageFaultOf(error);
  } finally {
    patience.end();
  }
}

type Patience = { readonly lost: Promise<'held'>; readonly lose: () => void; readonly end: () => void };

/** `lost` resolves after `patienceMs`, or at once when the browser says that another tab is in the way. */
function startPatience(): Patience {
  let lose = (): void => undefined;
  const lost = new Promise<'held'>((resolve) => {
    lose = () => resolve('held');
  });
  const timer = setTimeout(lose, patienceMs);
  return { lost, lose, end: () => clearTimeout(timer) };
}

/** What an exception of IndexedDB means. */
export function storageFaultOf(error: unknown): StorageFault {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'VersionError') return { reason: 'newer' };
  if (name === 'QuotaExceededError') return { reason: 'full' };
  if (name === 'NotFoundError' || name === 'DataError') return { reason: 'damaged', detail: message };
  return { reason: 'refused', detail: message };
}
