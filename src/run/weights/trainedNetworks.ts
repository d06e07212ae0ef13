import { failure, success, type Result } from '../../nets/result';
import { fetchJson } from './fetchFile';
import { type Manifest, parseManifest } from './manifest';
import type { RunError } from '../errors/runError';

/**
 * Fetches the manifests of all trained networks of the app, in the order of `public/weights/index.json`: an array of
 * folder names; the app starts with the first.
 */
export async function fetchTrainedNetworks(signal: AbortSignal): Promise<Result<readonly Manifest[], RunError>> {
  const index = await fetchNames(signal);
  if (!index.ok) return index;
  const manifests = await Promise.all(index.value.map((name) => fetchManifest(name, signal)));
  const known: Manifest[] = [];
  for (const manifest of manifests) {
    if (!manifest.ok) return manifest;
    known.push(manifest.value);
  }
  return success(known);
}

/** Fetches the manifest of the network that the app starts with. */
export async function fetchFirstManifest(signal: AbortSignal): Promise<Result<Manifest, RunError>> {
  const index = await fetchNames(signal);
  if (!index.ok) return index;
  const [first = ''] = index.value;
  return fetchManifest(first, signal);
}

const folder = `${import.meta.env.BASE_URL}weights/`;

function fetchNames(signal: AbortSignal): Promise<Result<readonly string[], RunError>> {
  return fetchJson(`${folder}index.json`, parseNames, signal);
}

function fetchManifest(name: string, signal: AbortSignal): Promise<Result<Manifest, RunError>> {
  return fetchJson(`${folder}${name}/manifest.json`, parseManifest, signal);
}

/** The folder names in an index, or what is wrong with it. */
function parseNames(json: unknown): Result<readonly string[]> {
  const names = Array.isArray(json) ? json.filter((name) => typeof name === 'string') : [];
  const isWhole = Array.isArray(json) && names.length === json.length && names.length > 0;
  return isWhole ? success(names) : failure('weights/index.json: not an array of names');
}
