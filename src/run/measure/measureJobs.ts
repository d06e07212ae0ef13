import { proxy } from 'comlink';
import type { Result } from '../../nets/result';
import type { BackendChoice } from '../device/executor';
import type { RunError } from '../errors/runError';
import { jobInWorker } from '../worker/jobInWorker';
import type { ExperimentSamples } from './timeExperiment';
import type { ExperimentProgress, ExperimentTask } from './experimentTask';
import type { LayersProgress, LayersReport, LayersTask } from './layersTask';
import type { MeasureWorker } from './measureWorker';

export type MeasureOptions<P> = {
  readonly backend: BackendChoice;
  readonly onProgress: (progress: P) => void;
  /** Stops the measurement at once; it then fails with `aborted`. */
  readonly signal: AbortSignal;
};

/** Times every layer of a network on this device, in a worker of its own. */
export function measureLayers(
  task: LayersTask,
  { backend, onProgress, signal }: MeasureOptions<LayersProgress>,
): Promise<Result<LayersReport, RunError>> {
  return jobInWorker<MeasureWorker, LayersReport>(
    startWorker,
    (worker) => worker.layers(backend, task, proxy(onProgress)),
    { signal },
  );
}

/** Runs an experiment of a guideline on this device, in a worker of its own. */
export function measureExperiment(
  task: ExperimentTask,
  { backend, onProgress, signal }: MeasureOptions<ExperimentProgress>,
): Promise<Result<ExperimentSamples, RunError>> {
  return jobInWorker<MeasureWorker, ExperimentSamples>(
    startWorker,
    (worker) => worker.experiment(backend, task, proxy(onProgress)),
    { signal },
  );
}

/**
 * Every measurement gets a new worker: it carries nothing over from the last, and can be terminated in the middle of a
 * run.
 */
function startWorker(): Worker {
  return new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module', name: 'measure' });
}
