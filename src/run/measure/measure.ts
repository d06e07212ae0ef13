import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { BackendChoice } from '../device/executor';
import type { RunError } from '../errors/runError';
import type { ExperimentSamples } from './experimentTimes';
import type { ExperimentProgress, ExperimentTask, LayersProgress, LayersReport, LayersTask } from './measurements';
import type { MeasureWorker } from './measureWorker';

export type MeasureOptions<P> = {
  readonly backend: BackendChoice;
  readonly onProgress: (progress: P) => void;
  /** Ends the measurement at once, in whatever it is; the answer is then `aborted`. */
  readonly signal: AbortSignal;
};

/** Times every layer of a network on this device, in a worker of its own. */
export function measureLayers(
  task: LayersTask,
  { backend, onProgress, signal }: MeasureOptions<LayersProgress>,
): Promise<Result<LayersReport, RunError>> {
  return inWorker((worker) => worker.layers(backend, task, proxy(onProgress)), signal);
}

/** Runs an experiment of a guideline on this device, in a worker of its own. */
export function measureExperiment(
  task: ExperimentTask,
  { backend, onProgress, signal }: MeasureOptions<ExperimentProgress>,
): Promise<Result<ExperimentSamples, RunError>> {
  return inWorker((worker) => worker.experiment(backend, task, proxy(onProgress)), signal);
}

/** A fresh worker for every measurement has nothing left over from the last, and can be ended in the middle of a run. */
async function inWorker<T>(
  measure: (worker: Remote<MeasureWorker>) => Promise<Result<T, RunError>>,
  signal: AbortSignal,
): Promise<Result<T, RunError>> {
  if (signal.aborted) return failure({ code: 'aborted' });
  const worker = new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module', name: 'measure' });
  const remote = wrap<MeasureWorker>(worker);
  try {
    return await new Promise<Result<T, RunError>>((resolve) => {
      signal.addEventListener('abort', () => resolve(failure({ code: 'aborted' })), { once: true });
      const failed = (detail: string): void => resolve(failure({ code: 'workerFailed', detail }));
      worker.addEventListener('error', ({ message }) => failed(message === '' ? 'the worker did not start' : message));
      measure(remote).then(resolve, (error: unknown) => failed(error instanceof Error ? error.message : String(error)));
    });
  } finally {
    remote[releaseProxy]();
    worker.terminate();
  }
}
