import { failure, type Result } from '../../nets/result';
import { createExecutor } from '../engine/createExecutor';
import type { BackendChoice, Executor } from '../device/executor';
import type { RunError } from '../errors/runError';
import { wasmBinaries } from '../device/wasmBinaries';
import { serveCalls } from '../worker/serveCalls';
import type { ExperimentSamples } from './timeExperiment';
import { runExperimentTask, type ExperimentProgress, type ExperimentTask } from './experimentTask';
import { runLayersTask, type LayersProgress, type LayersReport, type LayersTask } from './layersTask';

/** A worker for one measurement: it opens a device and measures; the page terminates it. */
export type MeasureWorker = {
  readonly layers: (
    backend: BackendChoice,
    task: LayersTask,
    tell: (progress: LayersProgress) => void,
  ) => Promise<Result<LayersReport, RunError>>;
  readonly experiment: (
    backend: BackendChoice,
    task: ExperimentTask,
    tell: (progress: ExperimentProgress) => void,
  ) => Promise<Result<ExperimentSamples, RunError>>;
};

const worker: MeasureWorker = {
  layers: (backend, task, tell) => onDevice(backend, (executor) => runLayersTask(executor, task, { tell, served })),
  experiment: (backend, task, tell) =>
    onDevice(backend, (executor) => runExperimentTask(executor, task, { tell, served })),
};

/** A lost device ends the measurement: half of the times would be from another device. */
async function onDevice<T>(
  backend: BackendChoice,
  measure: (executor: Executor) => Promise<Result<T, RunError>>,
): Promise<Result<T, RunError>> {
  const executor = await createExecutor({ backend, wasmBinaries });
  if (!executor.ok) return executor;
  const lost = executor.value.lost.then((detail) =>
    failure({ code: 'deviceLost' as const, detail, recovering: false }),
  );
  return Promise.race([lost, measure(executor.value)]);
}

const served = serveCalls(worker);
