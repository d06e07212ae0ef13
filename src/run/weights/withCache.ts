import { inTime } from '../storage/inTime';

/**
 * Runs `use` on one of the browser's caches (Cache API). Resolves to `otherwise` where that fails: the page is not
 * secure, site data is blocked, there is no room, or the browser does not answer.
 */
export async function withCache<T>(name: string, use: (cache: Cache) => Promise<T>, otherwise: T): Promise<T> {
  const cache = await cacheOrNull(name);
  if (cache === null) return otherwise;
  try {
    return await use(cache);
  } catch {
    return otherwise;
  }
}

/** Caches whose opening the browser has not answered: they are waited for once. */
const silent = new Set<string>();

async function cacheOrNull(name: string): Promise<Cache | null> {
  if (silent.has(name)) return null;
  let isAnswered = false;
  const open = async (): Promise<Cache> => {
    try {
      return await caches.open(name);
    } finally {
      isAnswered = true;
      silent.delete(name);
    }
  };
  const cache = await inTime(open, null);
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it is set while this waits
  if (!isAnswered) silent.add(name);
  return cache;
}
