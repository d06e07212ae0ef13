import { proxy, type Remote } from 'comlink';
import { failure, success, type Result } from '../../nets/result';
import type { Manifest } from '../weights/manifest';
import { jobInWorker } from '../worker/jobInWorker';
import type { CheckpointFault } from './checkpointFault';
import type { AppAddresses, CheckpointWorker } from './checkpointWorker';
import type { RecognisedFile } from './openCheckpoint';
import { appWeightsUrl } from '../weights/appWeightsUrl';

export type CheckpointOptions = {
  /** Called as soon as it is known what the file is, before it is kept. */
  readonly onRecognised: (recognised: RecognisedFile) => void;
  readonly signal: AbortSignal;
};

export type FetchOptions = CheckpointOptions & {
  /** `total` is 0 as long as it is unknown. */
  readonly onBytes: (loaded: number, total: number) => void;
};

/** A weights file of the person's becomes a network that the app can run, and keeps. */
export function openOwnFile(file: File, { onRecognised, signal }: CheckpointOptions) {
  return inWorker(signal, (worker) => worker.openFile(file, appAddresses(), proxy(onRecognised)));
}

/** The same with a file of the table of official weights. What arrived before the signal fired is gone on with later. */
export function fetchOfficial(name: string, { onBytes, onRecognised, signal }: FetchOptions) {
  return inWorker(signal, (worker) => worker.fetchOfficial(name, appAddresses(), proxy(onBytes), proxy(onRecognised)));
}

function appAddresses(): AppAddresses {
  const weightsUrl = appWeightsUrl();
  return { weightsUrl, mirrorsUrl: new URL('../mirrors.json', weightsUrl).href };
}

/** One worker for each checkpoint: reading hundreds of megabytes must not hold up the page. */
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
