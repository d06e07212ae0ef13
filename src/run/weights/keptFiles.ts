import { withCache } from './withCache';

/**
 * Files that the browser keeps for this app beyond a visit, by address (Cache API). `served` are copies of the server's,
 * for when there is no network; `own` are those of networks that the person brought, which no server has.
 */
export type Shelf = 'served' | 'own';

const cacheNames: Readonly<Record<Shelf, string>> = { served: 'weights', own: 'own-networks' };

/** Says which version of a file is kept, and that it is a kept one. */
const tagHeader = 'x-kept';

/** A kept file, or undefined: also where the browser keeps nothing, as on pages that are not secure. */
export function keptFile(shelf: Shelf, url: string): Promise<Response | undefined> {
  return withCache(cacheNames[shelf], (cache) => cache.match(url), undefined);
}

/** Whether an answer is a kept file rather than the server's. */
export function isKept(response: Response): boolean {
  return response.headers.has(tagHeader);
}

/**
 * Keeps a file; one of the same tag is not written again.
 * @returns false where the browser refuses: no room, no secure context, site data blocked
 */
export function keepFile(shelf: Shelf, url: string, body: Uint8Array | string, tag = ''): Promise<boolean> {
  return withCache(
    cacheNames[shelf],
    async (cache) => {
      const before = tag === '' ? undefined : await cache.match(url);
      if (before?.headers.get(tagHeader) === tag) return true;
      const content = typeof body === 'string' ? body : new Uint8Array(body);
      await cache.put(url, new Response(content, { headers: { [tagHeader]: tag } }));
      return true;
    },
    false,
  );
}

/** Addresses of everything on a shelf. */
export function keptUrls(shelf: Shelf): Promise<readonly string[]> {
  return withCache(cacheNames[shelf], async (cache) => (await cache.keys()).map(({ url }) => url), []);
}

/** Takes a file off its shelf. */
export async function forgetFile(shelf: Shelf, url: string): Promise<void> {
  await withCache(cacheNames[shelf], (cache) => cache.delete(url), false);
}
