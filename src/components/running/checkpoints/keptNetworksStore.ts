import { createStore, useStore } from 'zustand';
import type { Manifest } from '../../../run/weights/manifest';
import { countedLoad } from '../../ui/lateLoads';
import { ownNetworks } from '../../../run/weights/ownNetworks';

/** The networks that this browser keeps; null until they are known. */
const store = createStore<{ readonly networks: readonly Manifest[] | null }>()(() => ({ networks: null }));

let reading: Promise<void> | null = null;

export function useKeptNetworks(): readonly Manifest[] | null {
  // Not while a component draws, since others draw what is being loaded.
  reading ??= Promise.resolve().then(() => countedLoad(refreshKeptNetworks));
  return useStore(store, ({ networks }) => networks);
}

/** Reads the kept networks again. Unchanged ones stay the same objects, so that a running network is left alone. */
export async function refreshKeptNetworks(): Promise<void> {
  const found = await ownNetworks();
  const before = store.getState().networks ?? [];
  store.setState({
    networks: found.map(
      (manifest) => before.find((known) => JSON.stringify(known) === JSON.stringify(manifest)) ?? manifest,
    ),
  });
}
