import { createStore, type StoreApi } from 'zustand';
import { readShelf, withResult, writeShelf, type Shelf } from './shelf';

/** The results of a page, kept in the browser between visits. */
export type KeptResults<T> = {
  /** Latest last. */
  readonly results: readonly T[];
  /** False where the browser did not take them: they last as long as the page. */
  readonly isStored: boolean;
  /** What `clear` removed and `undo` brings back. */
  readonly cleared: readonly T[];
  readonly add: (result: T) => void;
  readonly clear: () => void;
  readonly undo: () => void;
};

export function keepResults<T>(shelf: Shelf<T>): StoreApi<KeptResults<T>> {
  return createStore<KeptResults<T>>()((set, get) => {
    /** Another tab may have added some since. */
    const now = (): readonly T[] => (get().isStored ? readShelf(shelf).results : get().results);
    const put = (results: readonly T[], cleared: readonly T[]): void => {
      set({ results, cleared, isStored: writeShelf(shelf, results) });
    };
    return {
      results: readShelf(shelf).results,
      isStored: true,
      cleared: [],
      add: (result) => put(withResult(shelf, now(), result), get().cleared),
      clear: () => put([], now()),
      undo: () =>
        put(
          [...get().cleared, ...now()].reduce<readonly T[]>((all, each) => withResult(shelf, all, each), []),
          [],
        ),
    };
  });
}
