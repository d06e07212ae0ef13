import { failure, success, type Result } from '../../nets/result';
import { appWeightsUrl } from '../weights/appWeightsUrl';
import { keptFile, keptTag, type Shelf } from '../weights/keptFiles';
import type { Manifest } from '../weights/manifest';
import { downloadWeights } from '../weights/weightsFolder';
import type { PrepareFault } from './prepareFault';

/** Whether a network of the app runs without a network connection: all of its files are kept, and are those of its manifest. */
export async function isNetworkKept({ name, sha256 }: Manifest): Promise<boolean> {
  const folder = `${appWeightsUrl()}${name}/`;
  const shelf: Shelf = (await keptFile('own', `${folder}manifest.json`)) === undefined ? 'served' : 'own';
  const small = await Promise.all(['manifest.json', 'labels.json'].map((file) => keptFile(shelf, `${folder}${file}`)));
  const tag = await keptTag(shelf, `${folder}weights.safetensors`);
  return small.every((file) => file !== undefined) && tag !== null && (shelf === 'own' || tag === sha256);
}

/** Downloads a network of the app, checks it, and looks whether the browser has kept it. */
export async function keepNetwork(
  manifest: Manifest,
  { onBytes, signal }: { readonly onBytes: (loaded: number) => void; readonly signal: AbortSignal },
): Promise<Result<null, PrepareFault>> {
  const url = `${appWeightsUrl()}${manifest.name}/`;
  const folder = await downloadWeights({ url, onBytes, signal });
  if (!folder.ok) return failure({ reason: 'notFetched', error: folder.error });
  // A full disk is no fault to who runs the network, and is told to nobody on the way.
  return (await isNetworkKept(manifest)) ? success(null) : failure({ reason: 'notStored' });
}
