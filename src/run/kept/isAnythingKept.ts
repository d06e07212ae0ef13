import { inTime } from '../storage/inTime';

/** Caches and databases that the app keeps things in, besides the results of Collect, which that page looks through. */
const cacheNames = ['own-networks', 'downloads'];
const databaseName = 'featherweight';

/**
 * Whether this browser keeps anything of the person's that could be broken: without that, there is nothing to look
 * through. Never rejects.
 */
export async function isAnythingKept(): Promise<boolean> {
  // A browser may keep nothing, not list what it keeps, or not answer.
  const names = await inTime(() => caches.keys(), []);
  if (names.some((name) => cacheNames.includes(name))) return true;
  const databases = await inTime(() => indexedDB.databases(), []);
  return databases.some(({ name }) => name === databaseName);
}
