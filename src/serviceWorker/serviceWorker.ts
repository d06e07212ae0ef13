import { keepVersion, versionName, versionsOf } from './versions';
import { withHeaders } from './withHeaders';

// Keeps the whole app, so that it opens without a network, and adds the headers that its host does not send. A new version
// waits until a person asks for it, or until no page of the old one is left.

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
const build = BUILD;
const files: ReadonlySet<string> = new Set(build.files);
const indexUrl = new URL('index.html', scope).href;
const cacheName = versionName(scope, build.version);

self.addEventListener('install', (event) => {
  event.waitUntil(keepVersion(scope, build));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherVersions().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
  if (event.data === 'which entry') event.ports[0]?.postMessage(`./${build.entry}`);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOwn = request.method === 'GET' && request.url.startsWith(scope);
  // `no-store` asks what the server has.
  if (!isOwn || request.cache === 'no-store') return;
  const path = pathOf(request.url);
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html') event.respondWith(page());
  } else if (files.has(path) || path.startsWith('assets/')) {
    event.respondWith(file(request));
  }
});

/** The address relative to the scope, without query and fragment. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.slice(scope.length);
}

async function forgetOtherVersions(): Promise<void> {
  const others = (await versionsOf(scope)).filter((name) => name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function page(): Promise<Response> {
  const index = (await nextIndex()) ?? (await kept(indexUrl)) ?? (await fetch(indexUrl));
  return withHeaders(index, build.headers);
}

/** The page of the version that waits, which then takes over: a reload of the only page is the moment for it. */
async function nextIndex(): Promise<Response | undefined> {
  const { waiting } = self.registration;
  if (waiting === null || (await self.clients.matchAll({ type: 'window' })).length > 1) return undefined;
  const next = (await versionsOf(scope)).filter((name) => name !== cacheName).at(-1);
  const index = next === undefined ? undefined : await (await caches.open(next)).match(indexUrl);
  if (index !== undefined) waiting.postMessage('take over');
  return index;
}

async function file(request: Request): Promise<Response> {
  const response = (await kept(request.url)) ?? (await fetched(request));
  // A worker of an isolated page must be isolated, too.
  return request.destination === 'worker' ? withHeaders(response, build.headers) : response;
}

/** A kept file; what this version lacks may belong to the next one, which is about to take over. */
async function kept(url: string): Promise<Response | undefined> {
  const others = (await versionsOf(scope)).filter((name) => name !== cacheName);
  for (const name of [cacheName, ...others]) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keeps what is named after its content and is only needed by some browsers, once one has asked for it. */
async function fetched(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(new URL('assets/', scope).href)) {
    const cache = await caches.open(cacheName);
    await cache.put(request.url, response.clone());
  }
  return response;
}
