import { failure, success, type Result } from '../../nets/result';
import { brokenParts } from '../official/cachedParts';
import { connectTo } from '../storage/connection';
import { forgetDatabase } from '../storage/openDatabase';
import { kernelDatabase, parseStoredKernel } from '../webgpu/storedKernels';
import { forgetFile, keptFile, keptUrls } from '../weights/keptFiles';
import { parseLabels, parseManifest } from '../weights/manifest';
import { forgetNetwork, jsonOf, networkFile, ownManifest, ownNames, unlessKeeping } from '../weights/ownNetworks';
import { damageOf } from '../weights/weightsFolder';

/** Something that this browser keeps and the app cannot use. */
export type Broken = {
  readonly kind: 'network' | 'halfNetwork' | 'copy' | 'download' | 'kernels';
  /** Of the network or the file; empty for kernels. */
  readonly name: string;
  /** An English sentence: what is wrong with it. */
  readonly detail: string;
  /** Removes it; null where that is done. */
  readonly forget: (() => Promise<void>) | null;
};

/** Looks through all that is kept below the app's folder of weights. Never rejects. */
export async function findBroken(weightsUrl: string): Promise<readonly Broken[]> {
  const found = await Promise.all([brokenNetworks(weightsUrl), brokenCopies(), brokenDownloads(), brokenKernels()]);
  return found.flat();
}

async function brokenNetworks(weightsUrl: string): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  await unlessKeeping(async () => {
    for (const name of await ownNames(weightsUrl)) {
      const folder = `${weightsUrl}${name}/`;
      if ((await keptFile('own', `${folder}manifest.json`)) === undefined) {
        // Its tab was closed, or the machine went down, before all of it was written.
        await forgetNetwork(name, weightsUrl);
        broken.push({ kind: 'halfNetwork', name, detail: 'manifest.json: missing', forget: null });
        continue;
      }
      const detail = await damageOfNetwork(weightsUrl, name);
      if (detail !== null)
        broken.push({ kind: 'network', name, detail, forget: () => forgetNetwork(name, weightsUrl) });
    }
    for (const url of await keptUrls('own')) {
      if (networkFile(weightsUrl, url) !== null) continue;
      const detail = 'not a file of a network';
      broken.push({ kind: 'network', name: url, detail, forget: () => forgetFile('own', url) });
    }
  });
  return broken;
}

/** Bytes. Larger weights are checked when they run. */
const maxChecked = 64 * 2 ** 20;

async function damageOfNetwork(weightsUrl: string, name: string): Promise<string | null> {
  const manifest = await ownManifest(weightsUrl, name);
  if (!manifest.ok) return manifest.error;
  const labels = await keptFile('own', `${weightsUrl}${name}/labels.json`);
  if (labels === undefined) return 'labels.json: missing';
  const json = await jsonOf(labels);
  const parsed = json.ok ? parseLabels(json.value) : json;
  if (!parsed.ok) return parsed.error;
  const weights = await keptFile('own', `${weightsUrl}${name}/weights.safetensors`);
  if (weights === undefined) return 'weights.safetensors: missing';
  if (manifest.value.bytes > maxChecked) return null;
  const bytes = new Uint8Array(await weights.arrayBuffer());
  const damage = await damageOf(bytes, manifest.value);
  if (damage?.code === 'weightsCutShort')
    return `weights.safetensors: cut short (got ${bytes.length} bytes, wanted ${manifest.value.bytes})`;
  return damage === null ? null : 'weights.safetensors: sha256 differs';
}

/** Copies of the server's descriptions. Their weights are checked when they run, and fetched again when they fail. */
async function brokenCopies(): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const url of await keptUrls('served')) {
    const response = url.endsWith('.json') ? await keptFile('served', url) : undefined;
    if (response === undefined) continue;
    const json = await jsonOf(response);
    const parsed = json.ok ? parserOf(url)(json.value) : json;
    if (parsed.ok) continue;
    broken.push({ kind: 'copy', name: shortName(url), detail: parsed.error, forget: () => forgetFile('served', url) });
  }
  return broken;
}

function parserOf(url: string): (json: unknown) => Result<unknown> {
  if (url.endsWith('/manifest.json')) return parseManifest;
  if (url.endsWith('/labels.json')) return parseLabels;
  return (json) => (typeof json === 'object' && json !== null ? success(json) : failure('not an object or a list'));
}

async function brokenDownloads(): Promise<readonly Broken[]> {
  return (await brokenParts()).map(({ url, detail, forget }) => ({
    kind: 'download',
    name: shortName(url),
    detail,
    forget,
  }));
}

async function brokenKernels(): Promise<readonly Broken[]> {
  const one = (detail: string, forget: () => Promise<void>): readonly Broken[] => [
    { kind: 'kernels', name: '', detail, forget },
  ];
  if (!(await isDatabaseThere())) return [];
  const connection = await connectTo(kernelDatabase);
  if (!connection.ok) {
    const { reason } = connection.error;
    const detail = { newer: 'stored by a newer version', held: 'held by another tab' } as const;
    if (reason === 'refused' || reason === 'full') return [];
    return one(reason === 'damaged' ? connection.error.detail : detail[reason], async () => {
      await forgetDatabase(kernelDatabase.name);
    });
  }
  const { read, close } = connection.value;
  const bad = await read(async (store) => {
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return keys.filter((key, index) => !parseStoredKernel(key, values[index]).ok);
  });
  close();
  if (!bad.ok || bad.value.length === 0) return [];
  return one(`${bad.value.length} of the stored times cannot be read`, async () => {
    const again = await connectTo(kernelDatabase);
    if (!again.ok) return;
    await again.value.write(async (store) => {
      await Promise.all(bad.value.map((key) => store.delete(key)));
    });
    again.value.close();
  });
}

/** Opening a database makes it, so it is looked up first. */
async function isDatabaseThere(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === kernelDatabase.name);
  } catch {
    return false;
  }
}

/** The end of an address: `mobilenet-v2-everyday64/labels.json`. */
function shortName(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').slice(-2).join('/') ?? url;
}
