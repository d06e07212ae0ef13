import { create } from 'zustand';

/** How many parts of the page are being loaded now: what they bring is not there yet. */
export const useLateLoads = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Loads a part, which counts until it is there or has failed. */
export async function countedLoad<T>(load: () => Promise<T>): Promise<T> {
  change(1);
  try {
    return await load();
  } finally {
    change(-1);
  }
}

function change(by: 1 | -1): void {
  useLateLoads.setState(({ count }) => ({ count: count + by }));
}
