/** A version of the app: which files, by address relative to the scope. */
type Version = { readonly version: string; readonly files: readonly string[]; readonly entry: string };

/** The cache of a version. Apps under other paths of the same host share its caches, so the scope is part of the name. */
export function versionName(scope: string, version: string): string {
  return `app ${scope} ${version}`;
}

/** The caches of every version under a scope, those of older service workers included. */
export async function versionsOf(scope: string): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter(
    (name) => name.startsWith(`app ${scope} `) || (name.startsWith('workbox-') && name.endsWith(scope)),
  );
}

/**
 * Fetches every file of a version and keeps it; unchanged files come from an earlier version.
 * @throws where a file is missing or belongs to another version: a deploy is under way, and the browser tries again later
 */
export async function keepVersion(scope: string, { version, files, entry }: Version): Promise<void> {
  const cache = await caches.open(versionName(scope, version));
  const earlier = await Promise.all((await versionsOf(scope)).map((name) => caches.open(name)));
  const waiting = [...files];
  const keepNext = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const url = new URL(path, scope).href;
      const isNamedAfterContent = path.startsWith('assets/');
      const known = isNamedAfterContent ? await firstMatch(earlier, url) : undefined;
      const mention = path === 'index.html' ? entry : null;
      await cache.put(url, known ?? (await download(url, isNamedAfterContent ? 'default' : 'no-cache', mention)));
    }
  };
  await Promise.all(Array.from({ length: parallel }, keepNext));
}

const parallel = 6;

async function firstMatch(shelves: readonly Cache[], url: string): Promise<Response | undefined> {
  for (const shelf of shelves) {
    const found = await shelf.match(url, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param mention what the text must contain, to be of the right version */
async function download(url: string, mode: RequestCache, mention: string | null): Promise<Response> {
  const response = await fetch(url, { cache: mode });
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (!response.ok || response.redirected || isPage !== url.endsWith('.html')) {
    throw new Error(`service worker: ${url} is not there (got status ${response.status})`);
  }
  if (mention !== null && !(await response.clone().text()).includes(mention)) {
    throw new Error(`service worker: ${url} is of another version (wanted one with ${mention})`);
  }
  return response;
}
