import type { IDBPObjectStore } from 'idb';
import { failure, success, type Result } from '../../nets/result';
import { openDatabase, storageFaultOf, type DatabaseForm, type Schema, type StorageFault } from './openDatabase';

type StoreName = keyof Schema;
type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<Schema, [StoreName], StoreName, Mode>;

/**
 * The store of a database. It stays open until another tab needs it closed, and is opened again when it is used after
 * that. Each call is one transaction, which does all of its work or nothing, and never rejects.
 */
export type Connection = {
  readonly read: <T>(work: (store: Store<'readonly'>) => Promise<T>) => Promise<Result<T, StorageFault>>;
  readonly write: <T>(work: (store: Store<'readwrite'>) => Promise<T>) => Promise<Result<T, StorageFault>>;
  readonly close: () => void;
};

export async function connectTo(form: DatabaseForm): Promise<Result<Connection, StorageFault>> {
  const opened = await openDatabase(form);
  if (!opened.ok) return opened;
  let database = opened.value;
  /** Works on a new connection if another tab made this one close. */
  const use = async <T>(transact: () => Promise<T>): Promise<Result<T, StorageFault>> => {
    const first = await outcomeOf(transact);
    if (first.ok || !isClosed(first.error)) return first.ok ? first : failure(storageFaultOf(first.error));
    const again = await openDatabase(form);
    if (!again.ok) return again;
    database = again.value;
    const second = await outcomeOf(transact);
    return second.ok ? second : failure(storageFaultOf(second.error));
  };
  return success({
    read: (work) =>
      use(() => {
        const transaction = database.transaction(form.store);
        return workIn(transaction, work(transaction.store));
      }),
    write: (work) =>
      use(() => {
        const transaction = database.transaction(form.store, 'readwrite');
        return workIn(transaction, work(transaction.store));
      }),
    close: () => {
      database.close();
    },
  });
}

type Transaction = { readonly done: Promise<void>; readonly abort: () => void };

/** What the work comes to, once the transaction is done. Work that fails undoes all of it. */
async function workIn<T>(transaction: Transaction, work: Promise<T>): Promise<T> {
  const undone = work.catch((error: unknown) => {
    try {
      transaction.abort();
    } catch {
      // The browser has aborted it already.
    }
    throw error;
  });
  const [worked, ended] = await Promise.allSettled([undone, transaction.done]);
  // A full disk is told by the transaction; its requests only say that they were aborted.
  const reasons = [ended, worked].flatMap((each) => (each.status === 'rejected' ? [errorOf(each.reason)] : []));
  const reason = reasons.find(({ name }) => name !== 'AbortError') ?? reasons[0];
  if (worked.status === 'fulfilled' && reason === undefined) return worked.value;
  throw reason ?? new Error('the transaction was aborted');
}

async function outcomeOf<T>(act: () => Promise<T>): Promise<Result<T, Error>> {
  try {
    return success(await act());
  } catch (error) {
    return failure(errorOf(error));
  }
}

function isClosed({ name }: Error): boolean {
  return name === 'InvalidStateError';
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
