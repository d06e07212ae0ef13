import { create } from 'zustand';
import { serviceWorkers } from '../../run/prepare/serviceWorkers';
import { inTime } from '../../run/storage/inTime';
import { workerFaults } from '../../run/worker/workerFaults';
import { untilQuiet } from './untilQuiet';

/**
 * Whether a newer version of the app is there. `ready`: the service worker has it, and the page still runs whole. `gone`:
 * parts of this page's version are gone, since another tab took the new one or the host no longer has the old.
 */
type NewVersion = { readonly state: 'none' | 'ready' | 'gone' };

export const useNewVersion = create<NewVersion>(() => ({ state: 'none' }));

const hourMs = 3_600_000;

/** How long a new version may take over a slow network, before the page is loaded without waiting for it. */
const downloadMs = 60_000;

/** Whether this tab has asked for the new version. Other tabs go on with what they have until their next navigation. */
let isAsked = false;

/**
 * Notices when there is a new version.
 * @param isKept whether the app is kept for visits without a network, which a figure in somebody's page is not worth
 */
export function watchVersions({ isKept }: { readonly isKept: boolean }): void {
  window.addEventListener('vite:preloadError', () => void noticeMissingPart());
  workerFaults.addEventListener('notReady', () => void noticeMissingPart());
  if (isKept && !import.meta.env.DEV && window.location.protocol !== 'file:') void register();
}

async function register(): Promise<void> {
  try {
    const container = serviceWorkers();
    container?.addEventListener('controllerchange', () => {
      if (isAsked) window.location.reload();
      else void followServiceWorker();
    });
    // A first visit waits for its page and its network, not for what a later one needs.
    if (container?.controller === null) await untilQuiet();
    await container?.register('./sw.js', { scope: './' });
    const registration = await container?.getRegistration();
    if (registration !== undefined) watch(registration);
  } catch {
    // The browser allows none: then the app needs a network.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const notice = (): void => void noticeWaiting(registration);
  const look = (): void => {
    // Without a network there is nothing new.
    registration.update().catch(() => undefined);
  };
  notice();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', notice);
  });
  setInterval(look, hourMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

async function noticeWaiting(registration: ServiceWorkerRegistration): Promise<void> {
  const { waiting } = registration;
  if (waiting === null || registration.active === null) return;
  const entry = await inTime(() => entryOfWorker(waiting), null);
  // A reload of the only tab is given the next version before that version's service worker has taken over.
  const isNewer = entry === null || entry !== ownEntry();
  if (isNewer && registration.waiting === waiting) useNewVersion.setState({ state: 'ready' });
}

/** The script that the version of a service worker starts with. A service worker of before this question never answers. */
function entryOfWorker(worker: ServiceWorker): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.postMessage('which entry', [port2]);
  });
}

/** Starts the new version in this tab; its address and what is stored stay as they are. */
export async function takeNewVersion(): Promise<void> {
  isAsked = true;
  const registration = await inTime(async () => serviceWorkers()?.getRegistration(), undefined);
  // A deploy may be newer than what the service worker has looked at.
  await inTime(async () => registration?.update(), undefined, downloadMs);
  const next =
    registration?.waiting ?? (await inTime(() => installed(registration?.installing ?? null), null, downloadMs));
  // The reload then follows from `controllerchange`.
  if (next !== null) next.postMessage('take over');
  else window.location.reload();
}

function installed(worker: ServiceWorker | null): Promise<ServiceWorker | null> {
  if (worker === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') resolve(worker);
      else if (worker.state === 'redundant') resolve(null);
    });
  });
}

/**
 * Starts the host's version where a part of this one cannot be downloaded, once for each version.
 * @param arriveAt address to start it at
 * @returns false where loading the app again would not help
 */
export async function reloadForMissingPart(arriveAt: string): Promise<boolean> {
  const entry = await entryOf(hostsPage);
  if (entry === null || entry === ownEntry() || hasReloadedFor(entry)) return false;
  if (new URL(arriveAt, window.location.href).href !== window.location.href)
    window.history.pushState(null, '', arriveAt);
  await takeNewVersion();
  return true;
}

/** Another service worker took over: the one of this page's version, or of another one. */
async function followServiceWorker(): Promise<void> {
  const entry = await entryOf(keptPage);
  useNewVersion.setState({ state: entry === null || entry === ownEntry() ? 'none' : 'gone' });
}

async function noticeMissingPart(): Promise<void> {
  const entry = await entryOf(hostsPage);
  if (entry !== null && entry !== ownEntry()) useNewVersion.setState({ state: 'gone' });
}

const hostsPage = (): Promise<Response> => fetch('./', { cache: 'no-store' });
const keptPage = (): Promise<Response> => fetch('./index.html');

const entryPattern = /<script type="module"[^>]* src="([^"]+)"/;

/** The script that a page starts with, which is named after its content; null without a network or such a page. */
async function entryOf(page: () => Promise<Response>): Promise<string | null> {
  // The app as one file has no host, and a browser says so in its console.
  if (window.location.protocol === 'file:') return null;
  try {
    const response = await page();
    const [, entry] = response.ok ? (entryPattern.exec(await response.text()) ?? []) : [];
    return entry ?? null;
  } catch {
    return null;
  }
}

function ownEntry(): string | null {
  return document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}

/** Remembers for which version this tab has reloaded: a second time would not help, and a third begin a loop. */
function hasReloadedFor(entry: string): boolean {
  const key = 'reloaded-for';
  try {
    if (window.sessionStorage.getItem(key) === entry) return true;
    window.sessionStorage.setItem(key, entry);
    return false;
  } catch {
    // A tab that remembers nothing must not reload by itself.
    return true;
  }
}
