import { appWeightsUrl } from '../../run/weights/appWeightsUrl';
import { keptUrls } from '../../run/weights/keptFiles';

/** Names of the app's networks whose weights the browser keeps for use without a network. */
export async function keptNames(): Promise<ReadonlySet<string>> {
  const [folder, file] = [appWeightsUrl(), '/weights.safetensors'];
  const urls = await keptUrls('served');
  const weights = urls.filter((url) => url.startsWith(folder) && url.endsWith(file));
  return new Set(weights.map((url) => url.slice(folder.length, -file.length)));
}
