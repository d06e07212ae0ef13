import { areNetworksLoading } from '../../run/engine/networkLoads';
import { useLateLoads } from '../ui/lateLoads';

/** How often the page is looked at, and in how many looks running it loads nothing before it counts as quiet. */
const lookMs = 500;
const quietLooks = 3;

/**
 * Resolves when the page and all its parts are there and no network is being loaded: what is fetched for another visit comes
 * after what this one waits for.
 */
export async function untilQuiet(): Promise<void> {
  for (let looks = 0; looks < quietLooks; looks = isQuiet() ? looks + 1 : 0)
    await new Promise((resolve) => setTimeout(resolve, lookMs));
}

function isQuiet(): boolean {
  return document.readyState === 'complete' && useLateLoads.getState().count === 0 && !areNetworksLoading();
}
