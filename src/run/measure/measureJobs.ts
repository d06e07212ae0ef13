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
  /** Ends the measurement at once, in whatever it is; the answer is then `aborted`. */
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

/** A fresh worker for every measurement has nothing left over from the last, and can be ended in the middle of a run. */
function startWorker(): Worker {
  return new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module', name: 'measure' });
}
