import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { Download, WeightsFolder } from '../weights/weightsFolder';
import type { GivenFolder, LoadProgress } from './engineCalls';
import { countedNetworkLoad } from './networkLoads';

/** A download that began before an engine asked for it. */
type Early = {
  readonly url: string;
  readonly folder: Promise<Result<GivenFolder, RunError>>;
  /** Tells how far it is, now and from now on. */
  readonly watch: (onBytes: Download['onBytes']) => void;
  readonly abort: () => void;
};

let early: Early | null = null;

/**
 * Begins to download a folder of weights, so that it comes while the page and the engine are still starting. The first load of
 * an engine takes it over.
 * @param url URL of the folder, ending in a slash
 */
export function downloadEarly(
  url: string,
  download: (asked: Pick<Download, 'onBytes' | 'signal'>) => Promise<Result<WeightsFolder, RunError>>,
): void {
  const begin = performance.now();
  const controller = new AbortController();
  let [at, of] = [0, 0];
  let tell: Download['onBytes'] = () => undefined;
  const onBytes = (loaded: number, total: number): void => {
    [at, of] = [loaded, total];
    tell(loaded, total);
  };
  const folder = countedNetworkLoad(async () => {
    const result = await download({ onBytes, signal: controller.signal });
    return result.ok ? success({ ...result.value, downloadMs: performance.now() - begin }) : result;
  });
  early = {
    url,
    folder,
    watch: (onBytes) => {
      tell = onBytes;
      if (of > 0) tell(at, of);
    },
    abort: () => {
      controller.abort();
    },
  };
}

type Taker = {
  readonly onProgress: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The folder that was begun early, once it is there or has failed; undefined where another one or none was. It is given once:
 * who asks again downloads it, and who asks for another ends it. A taker that goes leaves it to the next.
 * @param url null for a network without weights
 */
export async function takenFolder(
  url: string | null,
  { onProgress, signal }: Taker,
): Promise<Result<GivenFolder, RunError> | undefined> {
  const taken = early;
  early = null;
  if (taken === null) return undefined;
  if (taken.url !== url) {
    taken.abort();
    return undefined;
  }
  taken.watch((loaded, total) => {
    onProgress({ stage: 'download', loaded, total });
  });
  const result = await (signal === undefined ? taken.folder : Promise.race([taken.folder, aborted(signal)]));
  if (result !== null) return result;
  early = taken;
  return failure({ code: 'aborted' });
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
