import { inTime } from './inTime';

/** Bytes that this page may still store; null where the browser does not say. */
export async function roomLeft(): Promise<number | null> {
  // Not there on pages that are not secure, and in Node.
  const { quota, usage } = await inTime<StorageEstimate, StorageEstimate>(() => navigator.storage.estimate(), {});
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

/** Whether `bytes` fit into what the browser has left; true where it does not say. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const left = await roomLeft();
  return left === null || bytes <= left;
}
