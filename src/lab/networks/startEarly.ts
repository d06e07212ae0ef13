import { downloadEarly } from '../../run/engine/earlyFolder';
import { appWeightsUrl } from '../../run/weights/appWeightsUrl';
import { fetchFirstManifest } from '../../run/weights/trainedNetworks';
import { downloadWeights } from '../../run/weights/weightsFolder';
import { isSlow } from './firstNetworks';
import { keptNames } from './keptNames';
import { knownConnection } from './knownConnection';

/**
 * Asks for the network that a visit begins with, while the page that runs it is still on its way. Where that would take too
 * long, the page chooses another.
 */
export async function startEarly(): Promise<void> {
  const [first, kept] = await Promise.all([fetchFirstManifest(new AbortController().signal), keptNames()]);
  if (!first.ok) return;
  const { name, bytes } = first.value;
  if (!kept.has(name) && isSlow(knownConnection(), bytes)) return;
  const url = `${appWeightsUrl()}${name}/`;
  downloadEarly(url, (asked) => downloadWeights({ url, manifest: first.value, ...asked }));
}
