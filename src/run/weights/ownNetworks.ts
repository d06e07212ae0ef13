import { appWeightsUrl } from './appWeightsUrl';
import { forgetFile, keepFile, keptFile, keptUrls } from './keptFiles';
import { parseManifest, type Manifest } from './manifest';
import type { WeightsFolder } from './weightsFolder';

/**
 * Networks that the person brought: folders of weights that only this browser has. Their addresses are as if the
 * server had them, so whatever loads weights loads these too.
 */
export async function ownNetworks(weightsUrl = appWeightsUrl()): Promise<readonly Manifest[]> {
  const urls = (await keptUrls('own')).filter((url) => url.startsWith(weightsUrl) && url.endsWith('/manifest.json'));
  const manifests = await Promise.all(urls.map(readManifest));
  return manifests.filter((manifest) => manifest !== null);
}

/** Keeps a folder. False where the browser refuses, because there is no room or it keeps nothing for this page. */
export async function keepNetwork(weightsUrl: string, { manifest, labels, bytes }: WeightsFolder): Promise<boolean> {
  const folder = `${weightsUrl}${manifest.name}/`;
  // The manifest comes last: a folder that has one is whole.
  const isKept =
    (await keepFile('own', `${folder}weights.safetensors`, bytes)) &&
    (await keepFile('own', `${folder}labels.json`, JSON.stringify(labels))) &&
    (await keepFile('own', `${folder}manifest.json`, JSON.stringify(manifest)));
  if (!isKept) await forgetNetwork(manifest.name, weightsUrl);
  return isKept;
}

export async function forgetNetwork(name: string, weightsUrl = appWeightsUrl()): Promise<void> {
  for (const file of ['manifest.json', 'labels.json', 'weights.safetensors']) {
    await forgetFile('own', `${weightsUrl}${name}/${file}`);
  }
}

async function readManifest(url: string): Promise<Manifest | null> {
  const response = await keptFile('own', url);
  if (response === undefined) return null;
  const manifest = parseManifest(await response.json());
  return manifest.ok ? manifest.value : null;
}
