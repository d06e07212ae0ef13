import { create } from 'zustand';

/** What a task holds of the page's address: values by their keys, as the address writes them; null is the default. */
export type Locks = Readonly<Record<string, string | null>>;

/** The values that cannot be changed now, by any control or address. Empty but while a task is done on its page. */
export const useLocks = create<{ readonly locks: Locks }>()(() => ({ locks: {} }));

export function holdValues(locks: Locks): void {
  useLocks.setState({ locks });
}
