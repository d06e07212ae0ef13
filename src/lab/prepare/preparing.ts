import { createStore } from 'zustand';
import { keepApp, keptShareOfApp, parseAppFiles, type AppFiles } from '../../run/prepare/keptApp';
import { isNetworkKept, keepNetwork } from '../../run/prepare/keptNetwork';
import type { PrepareFault } from '../../run/prepare/prepareFault';
import type { RunError } from '../../run/errors/runError';
import { hasRoomFor, roomLeft } from '../../run/storage/roomLeft';
import { fetchJson } from '../../run/weights/fetchFile';
import type { Manifest } from '../../run/weights/manifest';
import { fetchTrainedNetworks } from '../../run/weights/trainedNetworks';
import { success, type Result } from '../../nets/result';

/** Something that is kept for use without a network: the app itself, or a network with its weights. */
export type Item = {
  readonly of: AppFiles | Manifest;
  readonly bytes: number;
  /** All of `bytes` once it is kept. */
  readonly keptBytes: number;
  /** Why it is not kept, after the last attempt. */
  readonly fault: PrepareFault | null;
};

type Preparing = {
  /** Null until they are known. */
  readonly items: readonly Item[] | null;
  /** Why they are not known. */
  readonly unknown: RunError | null;
  /** The place in the list of what is being fetched; null while nothing is. */
  readonly current: number | null;
  /** What stands in the way of all. */
  readonly fault: PrepareFault | null;
};

/** It lives as long as the page's script, so that fetching goes on while other pages are looked at. */
export const preparing = createStore<Preparing>(() => ({ items: null, unknown: null, current: null, fault: null }));

export const isApp = (of: AppFiles | Manifest): of is AppFiles => 'files' in of;

export const isKept = ({ bytes, keptBytes }: Item): boolean => keptBytes === bytes;

let stopping: AbortController | null = null;

/** Looks which items there are and which of them are kept. */
export async function lookAtDevice(): Promise<void> {
  if (stopping !== null) return;
  const found = await itemsOfHost();
  // Fetching may have begun meanwhile, and knows better.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it is set while this waits
  if (stopping !== null) return;
  preparing.setState(found.ok ? { items: found.value, unknown: null } : { items: null, unknown: found.error });
}

export function stopPreparing(): void {
  stopping?.abort();
}

/** Fetches what is not kept, one after the other; what is kept already stays, so that this also resumes. */
export async function prepareDevice(): Promise<void> {
  if (stopping !== null) return;
  const { signal } = (stopping = new AbortController());
  preparing.setState(({ items }) => ({
    fault: null,
    current: 0,
    items: items?.map((item) => ({ ...item, fault: null })) ?? null,
  }));
  const fault = (await obstacle()) ?? (await keepAll(signal));
  preparing.setState({ fault, current: null });
  stopping = null;
}

/** What stands in the way before anything is fetched. */
async function obstacle(): Promise<PrepareFault | null> {
  if (!window.isSecureContext) return { reason: 'insecure' };
  // Otherwise a browser that runs out of room forgets all of it. It asks, or decides by itself; nobody waits for that.
  void navigator.storage.persist().catch(() => false);
  const neededBytes = bytesMissing(preparing.getState().items ?? []);
  const leftBytes = await roomLeft();
  return leftBytes === null || (await hasRoomFor(neededBytes)) ? null : { reason: 'noRoom', neededBytes, leftBytes };
}

export function bytesMissing(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + (isKept(item) ? 0 : item.bytes), 0);
}

/** @returns what the rest would meet as well */
async function keepAll(signal: AbortSignal): Promise<PrepareFault | null> {
  const items = preparing.getState().items ?? [];
  for (const [index, item] of items.entries()) {
    if (isKept(item)) continue;
    preparing.setState({ current: index });
    const kept = await keep(item, (keptBytes) => change(index, { keptBytes }), signal);
    if (signal.aborted) {
      change(index, { keptBytes: kept.ok ? item.bytes : 0 });
      return null;
    }
    change(index, kept.ok ? { keptBytes: item.bytes } : { keptBytes: 0, fault: kept.error });
    if (!kept.ok && isForAll(kept.error)) return kept.error;
  }
  return null;
}

function isForAll(fault: PrepareFault): boolean {
  if (fault.reason === 'notFetched') return fault.error.code === 'downloadFailed' && fault.error.status === 0;
  return true;
}

function keep(
  { of, bytes }: Item,
  onKept: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Result<null, PrepareFault>> {
  // A file that has arrived still has to be stored.
  const almost = (loaded: number): void => onKept(Math.min(Math.floor(loaded), bytes - 1));
  return isApp(of)
    ? keepApp(of, { onShare: (share) => almost(share * bytes), signal })
    : keepNetwork(of, { onBytes: almost, signal });
}

function change(index: number, changes: Partial<Item>): void {
  preparing.setState(({ items }) => ({
    items: items?.map((item, at) => (at === index ? { ...item, ...changes } : item)) ?? null,
  }));
}

async function itemsOfHost(): Promise<Result<readonly Item[], RunError>> {
  const { signal } = new AbortController();
  const [app, networks] = await Promise.all([
    fetchJson(`${import.meta.env.BASE_URL}kept.json`, parseAppFiles, signal),
    fetchTrainedNetworks(signal),
  ]);
  if (!app.ok) return app;
  if (!networks.ok) return networks;
  const share = await keptShareOfApp(app.value);
  const items = networks.value.map(async (of): Promise<Item> => {
    return { of, bytes: of.bytes, keptBytes: (await isNetworkKept(of)) ? of.bytes : 0, fault: null };
  });
  const { bytes } = app.value;
  return success([
    { of: app.value, bytes, keptBytes: share === 1 ? bytes : 0, fault: null },
    ...(await Promise.all(items)),
  ]);
}
