/** Caches and databases that the app keeps things in, besides the results of Collect, which that page looks through. */
const cacheNames = ['own-networks', 'downloads'];
const databaseName = 'featherweight';

/**
 * Whether this browser keeps anything of the person's that could be broken: without that, there is nothing to look
 * through. Never rejects.
 */
export async function isAnythingKept(): Promise<boolean> {
  try {
    const names = await caches.keys();
    if (names.some((name) => cacheNames.includes(name))) return true;
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    // A browser that keeps nothing, or does not list what it keeps.
    return false;
  }
}
