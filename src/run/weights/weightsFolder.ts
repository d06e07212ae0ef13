import { failure, success, type Result } from '../../nets/result';
import { fetchFile, fetchJson } from './fetchFile';
import { forgetFile, isKept, keepFile, type Shelf } from './keptFiles';
import { joinBytes } from './joinBytes';
import { parseLabels, parseManifest, type Manifest } from './manifest';
import type { RunError } from '../errors/runError';
import { sha256InPlace } from './sha256';

/** A folder of weights, downloaded and checked against its manifest. */
export type WeightsFolder = {
  readonly manifest: Manifest;
  readonly labels: readonly string[];
  readonly bytes: Uint8Array;
};

export type Download = {
  /** URL of the folder, ending in a slash. */
  readonly url: string;
  /** The folder's manifest, where it has been fetched. */
  readonly manifest?: Manifest | undefined;
  readonly onBytes: (loaded: number, total: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Downloads manifest.json, labels.json and weights.safetensors, or reads those of a network that the person opened. Fails
 * if the weights are cut short or altered.
 */
export async function downloadWeights({
  url,
  manifest: known,
  onBytes,
  signal,
}: Download): Promise<Result<WeightsFolder, RunError>> {
  // Without a manifest that can be read, whatever else is kept under this address is not the network.
  const own = await fetchJson(`${url}manifest.json`, parseManifest, signal, 'own');
  const shelf: Shelf = own.ok ? 'own' : 'served';
  const served = (): ReturnType<typeof fetchJson<Manifest>> =>
    known === undefined ? fetchJson(`${url}manifest.json`, parseManifest, signal) : Promise.resolve(success(known));
  const manifest = own.ok ? own : await served();
  if (!manifest.ok) return manifest;
  const [labels, file] = await Promise.all([
    fetchJson(`${url}labels.json`, parseLabels, signal, shelf),
    fetchBytes(`${url}weights.safetensors`, shelf, { total: manifest.value.bytes, onBytes, signal }),
  ]);
  if (!labels.ok) return labels;
  if (!file.ok) return file;
  const { bytes, wasKept } = file.value;
  const damage = await damageOf(bytes, manifest.value);
  if (damage !== null) {
    if (wasKept && shelf === 'served') await forgetFile('served', `${url}weights.safetensors`);
    return failure(damage);
  }
  if (!wasKept) await keepFile('served', `${url}weights.safetensors`, bytes, manifest.value.sha256);
  return success({ manifest: manifest.value, labels: labels.value, bytes });
}

/**
 * What is wrong with a weights file, or null. Pages without a secure context have no digest function; there only the
 * length, the structure of the file and the shapes of its tensors are checked.
 */
export async function damageOf(bytes: Uint8Array, manifest: Manifest): Promise<RunError | null> {
  if (bytes.length !== manifest.bytes)
    return { code: 'weightsCutShort', wantedBytes: manifest.bytes, gotBytes: bytes.length };
  if (!('subtle' in globalThis.crypto)) return null;
  const sha256 = await sha256Of(bytes);
  // A page that has no digest function writes none.
  if (sha256 === manifest.sha256 || manifest.sha256 === '') return null;
  return {
    code: 'weightsDamaged',
    detail: `weights.safetensors: sha256 differs (got ${sha256}, wanted ${manifest.sha256})`,
  };
}

// Web Crypto copies what it digests.
const maxCopied = 64 * 2 ** 20;

/** The SHA-256 digest as hexadecimal text. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  if (bytes.length > maxCopied) return sha256InPlace(bytes);
  // Shared memory, which nothing here uses, would have to be copied first.
  const own = bytes.buffer instanceof ArrayBuffer ? bytes.buffer : null;
  const digested = own === null ? new Uint8Array(bytes) : new Uint8Array(own, bytes.byteOffset, bytes.length);
  const digest = await crypto.subtle.digest('SHA-256', digested);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchBytes(
  url: string,
  shelf: Shelf,
  { total, onBytes, signal }: Pick<Download, 'onBytes' | 'signal'> & { readonly total: number },
): Promise<Result<{ readonly bytes: Uint8Array; readonly wasKept: boolean }, RunError>> {
  const response = await fetchFile(url, signal, shelf);
  if (!response.ok) return response;
  const reader = response.value.body?.getReader();
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  onBytes(0, total);
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value);
      loaded += part.value.length;
      onBytes(loaded, total);
    }
  } catch {
    // A broken connection is reported like a file that is cut short.
    if (signal.aborted) return failure({ code: 'aborted' });
  }
  if (loaded !== total) return failure({ code: 'weightsCutShort', wantedBytes: total, gotBytes: loaded });
  return success({ bytes: joinBytes(chunks), wasKept: isKept(response.value) });
}
