/**
 * Runs `use` on one of the browser's caches (Cache API). Resolves to `otherwise` where that fails: the page is not
 * secure, site data is blocked, or there is no room.
 */
export async function withCache<T>(name: string, use: (cache: Cache) => Promise<T>, otherwise: T): Promise<T> {
  if (!('caches' in globalThis)) return otherwise;
  try {
    return await use(await caches.open(name));
  } catch {
    return otherwise;
  }
}
