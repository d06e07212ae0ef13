import { failure, success, type Result } from '../nets/result';
import { type Manifest, parseManifest } from './manifest';
import type { RunError } from './runError';

/**
 * The manifests of all trained networks of the app, in the order of `public/weights/index.json`: an array of folder
 * names, the first of which is the one to start with.
 */
export async function fetchTrainedNetworks(signal: AbortSignal): Promise<Result<readonly Manifest[], RunError>> {
  const folder = `${import.meta.env.BASE_URL}weights/`;
  const index = await fetchJson(`${folder}index.json`, signal);
  if (!index.ok) return index;
  const names = namesOf(index.value);
  if (names === undefined) return failure({ code: 'badManifest', detail: 'weights/index.json: not an array of names' });
  const manifests = await Promise.all(names.map((name) => fetchManifest(`${folder}${name}/manifest.json`, signal)));
  const known: Manifest[] = [];
  for (const manifest of manifests) {
    if (!manifest.ok) return manifest;
    known.push(manifest.value);
  }
  return success(known);
}

async function fetchManifest(url: string, signal: AbortSignal): Promise<Result<Manifest, RunError>> {
  const json = await fetchJson(url, signal);
  if (!json.ok) return json;
  const manifest = parseManifest(json.value);
  return manifest.ok ? manifest : failure({ code: 'badManifest', detail: manifest.error });
}

async function fetchJson(url: string, signal: AbortSignal): Promise<Result<unknown, RunError>> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return failure({ code: 'downloadFailed', url, status: response.status });
    const json: unknown = await response.json();
    return success(json);
  } catch (error) {
    if (signal.aborted) return failure({ code: 'aborted' });
    if (error instanceof SyntaxError) return failure({ code: 'badManifest', detail: `${url}: not JSON` });
    return failure({ code: 'downloadFailed', url, status: 0 });
  }
}

function namesOf(json: unknown): readonly string[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const names = json.filter((name) => typeof name === 'string');
  return names.length === json.length && names.length > 0 ? names : undefined;
}
