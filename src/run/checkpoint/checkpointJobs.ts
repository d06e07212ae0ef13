import { proxy, type Remote } from 'comlink';
import type { Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { Manifest } from '../weights/manifest';
import { jobInWorker } from '../worker/jobInWorker';
import type { CheckpointFault } from './checkpointFault';
import type { AppAddresses, CheckpointWorker } from './checkpointWorker';
import type { RecognisedFile } from './openCheckpoint';
import { appWeightsUrl } from '../weights/appWeightsUrl';

export type CheckpointOptions = {
  /** Called when the file is recognised, before it is kept. */
  readonly onRecognised: (recognised: RecognisedFile) => void;
  readonly signal: AbortSignal;
};

export type OpenOptions = CheckpointOptions & {
  /** What the person set on the Recognised card. */
  readonly chosen: Choice;
};

export type FetchOptions = CheckpointOptions & {
  /** `total` is 0 while it is unknown. */
  readonly onBytes: (loaded: number, total: number) => void;
};

/**
 * Turns the weights that the person opened, one file or several that belong together, into a network that runs, and keeps
 * it in the browser.
 */
export function openOwnFiles(files: readonly File[], { chosen, onRecognised, signal }: OpenOptions) {
  return inWorker(signal, (worker) => worker.openFiles(files, appAddresses(), proxy(onRecognised), chosen));
}

/** Downloads one of the official weights and does the same with it. An aborted download resumes the next time. */
export function fetchOfficial(name: string, { onBytes, onRecognised, signal }: FetchOptions) {
  return inWorker(signal, (worker) => worker.fetchOfficial(name, appAddresses(), proxy(onBytes), proxy(onRecognised)));
}

function appAddresses(): AppAddresses {
  const weightsUrl = appWeightsUrl();
  return { weightsUrl, mirrorsUrl: new URL('../mirrors.json', weightsUrl).href };
}

/** Each checkpoint gets a worker: reading hundreds of megabytes must not block the page. */
async function inWorker(
  signal: AbortSignal,
  open: (worker: Remote<CheckpointWorker>) => Promise<Result<Manifest, CheckpointFault>>,
): Promise<Result<Manifest, CheckpointFault>> {
  const outcome = await jobInWorker<CheckpointWorker, Result<Manifest, CheckpointFault>>(
    () => new Worker(new URL('./checkpointWorker.ts', import.meta.url), { type: 'module', name: 'checkpoint' }),
    async (worker) => success(await open(worker)),
    { signal, cancel: (worker) => void worker.stop() },
  );
  return outcome.ok ? outcome.value : failure({ kind: 'file', error: outcome.error });
}
