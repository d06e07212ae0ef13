import { withCache } from './withCache';

/**
 * Files that the browser keeps between visits, by URL (Cache API). `served` are copies of the server's files for
 * offline use; `own` are those of networks that the person opened, which no server has.
 */
export type Shelf = 'served' | 'own';

const cacheNames: Readonly<Record<Shelf, string>> = { served: 'weights', own: 'own-networks' };

/** Marks a response as a kept file, and has its version. */
const tagHeader = 'x-kept';

/**
 * A kept file, or undefined; always undefined where the browser keeps nothing, such as on pages that are not secure.
 */
export function keptFile(shelf: Shelf, url: string): Promise<Response | undefined> {
  return withCache(cacheNames[shelf], (cache) => cache.match(url), undefined);
}

/** Whether a response is a kept file and not the server's. */
export function isKept(response: Response): boolean {
  return response.headers.has(tagHeader);
}

/** The tag with which a file is kept; null where it is not. */
export async function keptTag(shelf: Shelf, url: string): Promise<string | null> {
  return (await keptFile(shelf, url))?.headers.get(tagHeader) ?? null;
}

/**
 * Keeps a file, unless the kept one has the same tag.
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

/** URLs of everything on a shelf. */
export function keptUrls(shelf: Shelf): Promise<readonly string[]> {
  return withCache(cacheNames[shelf], async (cache) => (await cache.keys()).map(({ url }) => url), []);
}

/** Removes a file from its shelf. */
export async function forgetFile(shelf: Shelf, url: string): Promise<void> {
  await withCache(cacheNames[shelf], (cache) => cache.delete(url), false);
}
