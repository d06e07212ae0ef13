import { networkOfName } from '../../nets/models/networkName';
import { failure, success, type Result } from '../../nets/result';
import { browserLocks } from '../storage/browserLocks';
import { roomLeft } from '../storage/roomLeft';
import { appWeightsUrl } from './appWeightsUrl';
import { forgetFile, keepFile, keptFile, keptUrls } from './keptFiles';
import { parseManifest, type Manifest } from './manifest';
import type { WeightsFolder } from './weightsFolder';

/** The files of a kept network, in the order in which they are written. */
const networkFiles = ['weights.safetensors', 'labels.json', 'manifest.json'] as const;

/**
 * Networks that the person opened from files: folders of weights that only this browser keeps. Their URLs look like
 * those of the server, so the same code loads both. One that cannot be read is left out.
 */
export async function ownNetworks(weightsUrl = appWeightsUrl()): Promise<readonly Manifest[]> {
  const manifests = await Promise.all((await ownNames(weightsUrl)).map((name) => ownManifest(weightsUrl, name)));
  return manifests.flatMap((manifest) => (manifest.ok ? [manifest.value] : []));
}

/** Names of the folders on the shelf, whole or not. */
export async function ownNames(weightsUrl: string): Promise<readonly string[]> {
  const files = (await keptUrls('own')).flatMap((url) => networkFile(weightsUrl, url) ?? []);
  return [...new Set(files.map(({ name }) => name))];
}

/** The network that a URL of the shelf belongs to; null where it belongs to none. */
export function networkFile(weightsUrl: string, url: string): { readonly name: string } | null {
  const [name, file, ...rest] = url.startsWith(weightsUrl) ? url.slice(weightsUrl.length).split('/') : [];
  const isFile = networkFiles.some((known) => known === file) && rest.length === 0;
  return name === undefined || name === '' || !isFile ? null : { name };
}

/** The manifest of a kept network, which names its folder and a network of the catalogue, or what is wrong with it. */
export async function ownManifest(weightsUrl: string, name: string): Promise<Result<Manifest>> {
  const response = await keptFile('own', `${weightsUrl}${name}/manifest.json`);
  if (response === undefined) return failure('manifest.json: missing');
  const json = await jsonOf(response);
  if (!json.ok) return failure(`manifest.json: ${json.error}`);
  const manifest = parseManifest(json.value);
  if (!manifest.ok) return manifest;
  const { net, options, resolution } = manifest.value;
  if (manifest.value.name !== name) return failure(`manifest.json: name is another one (wanted ${name})`);
  const settings = Object.entries({ ...options, resolution }).map(([option, value]) => `${option}=${String(value)}`);
  const network = networkOfName([net, ...settings].join(':'));
  return network.ok ? manifest : failure(`manifest.json: ${network.error}`);
}

/** The JSON in a kept file, or a sentence. */
export async function jsonOf(response: Response): Promise<Result<unknown>> {
  try {
    const json: unknown = await response.json();
    return success(json);
  } catch {
    return failure('not JSON');
  }
}

/**
 * Keeps a folder of weights, all of it or nothing. Where the browser refuses, the error is the room that it has left for
 * this page in bytes; null where it does not say.
 */
export function keepNetwork(
  weightsUrl: string,
  { manifest, labels, bytes }: WeightsFolder,
): Promise<Result<Manifest, number | null>> {
  return whileKeeping(async () => {
    const left = await roomLeft();
    if (left !== null && bytes.length > left) return failure(left);
    const folder = `${weightsUrl}${manifest.name}/`;
    // The manifest is written last: a folder that has one is complete.
    const isKept =
      (await keepFile('own', `${folder}weights.safetensors`, bytes)) &&
      (await keepFile('own', `${folder}labels.json`, JSON.stringify(labels))) &&
      (await keepFile('own', `${folder}manifest.json`, JSON.stringify(manifest)));
    if (isKept) return success(manifest);
    await forgetNetwork(manifest.name, weightsUrl);
    return failure(await roomLeft());
  });
}

/** Gives a kept network a name for people; an empty one takes it away again. False where the browser refuses. */
export async function renameNetwork(
  { title: _, ...manifest }: Manifest,
  title: string,
  weightsUrl = appWeightsUrl(),
): Promise<boolean> {
  const renamed = title === '' ? manifest : { ...manifest, title: title.slice(0, maxTitleLength) };
  return keepFile('own', `${weightsUrl}${manifest.name}/manifest.json`, JSON.stringify(renamed));
}

/** Of the names that a manifest may hold, which people can read at a glance. */
const maxTitleLength = 80;

/** Removes a network. The manifest goes first: what is left, should this be interrupted, is no network. */
export async function forgetNetwork(name: string, weightsUrl = appWeightsUrl()): Promise<void> {
  for (const file of networkFiles.toReversed()) await forgetFile('own', `${weightsUrl}${name}/${file}`);
}

const lockName = 'featherweight.keeping';

/** Runs `act` alone among all tabs, where the browser has locks: pages that are not secure keep nothing anyway. */
async function whileKeeping<T>(act: () => Promise<T>): Promise<T> {
  return locked({}, act);
}

/** Runs `act` unless a network is being written right now. */
export async function unlessKeeping(act: () => Promise<void>): Promise<void> {
  await locked({ ifAvailable: true }, (lock) => (lock === null ? Promise.resolve() : act()));
}

/** Runs `act` with the lock, and with none (undefined) where the browser refuses locks. */
async function locked<T>(options: LockOptions, act: (lock: Lock | null | undefined) => Promise<T>): Promise<T> {
  const run: { begun: Promise<T> | null } = { begun: null };
  try {
    await browserLocks()?.request(lockName, options, (lock) => (run.begun = act(lock)));
  } catch {
    // Refused, or `act` rejected, which is told below.
  }
  return run.begun ?? act(undefined);
}
