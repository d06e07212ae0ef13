import { failure, success, type Result } from '../../nets/result';
import { inTime } from '../storage/inTime';
import type { PrepareFault } from './prepareFault';
import { serviceWorkers } from './serviceWorkers';

/** `kept.json`: what the service worker of the host's version keeps of the app. */
export type AppFiles = { readonly version: string; readonly files: number; readonly bytes: number };

/** Parses `kept.json`. */
export function parseAppFiles(json: unknown): Result<AppFiles> {
  const fields: Readonly<Record<string, unknown>> =
    typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json)) : {};
  const { version, files, bytes } = fields;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
  return typeof version === 'string' && isCount(files) && isCount(bytes)
    ? success({ version, files, bytes })
    : failure('kept.json: not a version with its number of files and bytes');
}

/** How much of the app is kept, between 0 and 1. The service worker stores file by file; all of them are the whole app. */
export async function keptShareOfApp({ version, files }: AppFiles): Promise<number> {
  const count = await inTime(async () => {
    // Opening a cache that is not there would make one.
    const name = (await caches.keys()).find((known) => known === cacheName(version));
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
  }, 0);
  return Math.min(1, count / files);
}

/** As the service worker names it (src/serviceWorker/versions.ts). */
function cacheName(version: string): string {
  return `app ${new URL('./', window.location.href).href} ${version}`;
}

const pollMs = 250;

/** Waits until the service worker has kept the whole app, and starts it where it is not at it. */
export async function keepApp(
  files: AppFiles,
  { onShare, signal }: { readonly onShare: (share: number) => void; readonly signal: AbortSignal },
): Promise<Result<null, PrepareFault>> {
  const registration = await startedWorker();
  if (registration === undefined) return failure({ reason: 'refused' });
  for (;;) {
    // Looked at before the files are counted: the last of them are stored before it ends.
    const isAtIt = registration.installing !== null;
    const share = await keptShareOfApp(files);
    onShare(share);
    if (share === 1) return success(null);
    if (signal.aborted) return failure({ reason: 'notFetched', error: { code: 'aborted' } });
    if (!isAtIt) return failure({ reason: 'appIncomplete' });
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** Time for the browser to ask the host for the service worker over a slow network. */
const startMs = 30_000;

/** The service worker, looking for the host's version; undefined where the browser allows none. */
async function startedWorker(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await inTime(registered, undefined, startMs);
  if (registration !== undefined) await inTime(() => registration.update(), undefined, startMs);
  return registration;
}

/** Registering again is answered with what there is. */
async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const container = serviceWorkers();
  await container?.register('./sw.js', { scope: './' });
  return container?.getRegistration();
}
