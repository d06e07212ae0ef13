/**
 * Files that the browser keeps for this app beyond a visit, by address (Cache API). `served` are copies of the server's,
 * for when there is no network; `own` are those of networks that the person brought, which no server has.
 */
export type Shelf = 'served' | 'own';

const cacheNames: Readonly<Record<Shelf, string>> = { served: 'weights', own: 'own-networks' };

/** Says which version of a file is kept, and that it is a kept one. */
const tagHeader = 'x-kept';

/** A kept file, or undefined: also where the browser keeps nothing, as on pages that are not secure. */
export async function keptFile(shelf: Shelf, url: string): Promise<Response | undefined> {
  if (!('caches' in globalThis)) return undefined;
  try {
    const cache = await caches.open(cacheNames[shelf]);
    return await cache.match(url);
  } catch {
    // A browser set to block site data refuses any access: then nothing is kept.
    return undefined;
  }
}

/** Whether an answer is a kept file rather than the server's. */
export function isKept(response: Response): boolean {
  return response.headers.has(tagHeader);
}

/**
 * Keeps a file; one of the same tag is not written again.
 * @returns false where the browser refuses: no room, no secure context, site data blocked
 */
export async function keepFile(shelf: Shelf, url: string, body: Uint8Array | string, tag = ''): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  try {
    const cache = await caches.open(cacheNames[shelf]);
    const before = tag === '' ? undefined : await cache.match(url);
    if (before?.headers.get(tagHeader) === tag) return true;
    await cache.put(
      url,
      new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: { [tagHeader]: tag } }),
    );
    return true;
  } catch {
    return false;
  }
}

/** Addresses of everything on a shelf. */
export async function keptUrls(shelf: Shelf): Promise<readonly string[]> {
  if (!('caches' in globalThis)) return [];
  try {
    const cache = await caches.open(cacheNames[shelf]);
    return (await cache.keys()).map(({ url }) => url);
  } catch {
    return [];
  }
}

/** Takes a file off its shelf. */
export async function forgetFile(shelf: Shelf, url: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  try {
    const cache = await caches.open(cacheNames[shelf]);
    await cache.delete(url);
  } catch {
    // Where nothing can be kept, there is nothing to forget.
  }
}
