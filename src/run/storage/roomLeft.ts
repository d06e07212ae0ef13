/** Bytes that this page may still store; null where the browser does not say. */
export async function roomLeft(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    // Not there on pages that are not secure, and in Node.
    return null;
  }
}

/** Whether `bytes` fit into what the browser has left; true where it does not say. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const left = await roomLeft();
  return left === null || bytes <= left;
}
