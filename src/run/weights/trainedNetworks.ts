import { failure, success, type Result } from '../../nets/result';
import { fetchJson } from './fetchFile';
import { type Manifest, parseManifest } from './manifest';
import type { RunError } from '../errors/runError';

/**
 * Fetches the manifests of all trained networks of the app, in the order of `public/weights/index.json`: an array of
 * folder names; the app starts with the first.
 */
export async function fetchTrainedNetworks(signal: AbortSignal): Promise<Result<readonly Manifest[], RunError>> {
  const folder = `${import.meta.env.BASE_URL}weights/`;
  const index = await fetchJson(`${folder}index.json`, parseNames, signal);
  if (!index.ok) return index;
  const manifests = await Promise.all(
    index.value.map((name) => fetchJson(`${folder}${name}/manifest.json`, parseManifest, signal)),
  );
  const known: Manifest[] = [];
  for (const manifest of manifests) {
    if (!manifest.ok) return manifest;
    known.push(manifest.value);
  }
  return success(known);
}

/** The folder names in an index, or what is wrong with it. */
function parseNames(json: unknown): Result<readonly string[]> {
  const names = Array.isArray(json) ? json.filter((name) => typeof name === 'string') : [];
  const isWhole = Array.isArray(json) && names.length === json.length && names.length > 0;
  return isWhole ? success(names) : failure('weights/index.json: not an array of names');
}
