/** The browser's locks; null where it has none: on pages that are not secure, where they are switched off, and in Node. */
export function browserLocks(): LockManager | null {
  try {
    return locksOf(globalThis.navigator);
  } catch {
    return null;
  }
}

/** The type says that they are always there. */
function locksOf({ locks }: { readonly locks?: LockManager }): LockManager | null {
  return locks ?? null;
}
