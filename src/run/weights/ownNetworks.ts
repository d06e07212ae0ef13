import { appWeightsUrl } from './appWeightsUrl';
import { forgetFile, keepFile, keptFile, keptUrls } from './keptFiles';
import { parseManifest, type Manifest } from './manifest';
import type { WeightsFolder } from './weightsFolder';

/**
 * Networks that the person opened from files: folders of weights that only this browser keeps. Their URLs look like
 * those of the server, so the same code loads both.
 */
export async function ownNetworks(weightsUrl = appWeightsUrl()): Promise<readonly Manifest[]> {
  const urls = (await keptUrls('own')).filter((url) => url.startsWith(weightsUrl) && url.endsWith('/manifest.json'));
  const manifests = await Promise.all(urls.map(readManifest));
  return manifests.filter((manifest) => manifest !== null);
}

/**
 * Keeps a folder of weights. Resolves to false where the browser refuses, because there is no room or it keeps nothing
 * for this page.
 */
export async function keepNetwork(weightsUrl: string, { manifest, labels, bytes }: WeightsFolder): Promise<boolean> {
  const folder = `${weightsUrl}${manifest.name}/`;
  // The manifest is written last: a folder that has one is complete.
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
