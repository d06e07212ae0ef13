import type { ExperimentSetting, Guideline } from '../../nets/explorables/guidelineExperiments';
import { variantsOf } from '../../nets/explorables/guidelineExperiments';
import type { Result } from '../../nets/result';
import type { DeviceReport, Executor } from '../device/executor';
import type { RunError } from '../errors/runError';
import type { TaskPage } from './layersTask';
import type { ExperimentSamples } from './timeExperiment';
import { timeExperiment } from './timeExperiment';

/** An experiment of a guideline. */
export type ExperimentTask = {
  readonly guideline: Guideline;
  readonly setting: ExperimentSetting;
  readonly rounds: number;
};

/** The progress of an experiment, with the samples of the finished rounds. */
export type ExperimentProgress = {
  readonly device: DeviceReport;
  readonly done: number;
  readonly total: number;
  readonly samples: ExperimentSamples;
};

/** Times the networks of a guideline against each other. */
export async function runExperimentTask(
  executor: Executor,
  { guideline, setting, rounds }: ExperimentTask,
  { tell, served }: TaskPage<ExperimentProgress>,
): Promise<Result<ExperimentSamples, RunError>> {
  const { device } = executor;
  const graphs = variantsOf(guideline, setting).map(({ graph }) => graph);
  tell({ device, done: 0, total: 0, samples: graphs.map(() => []) });
  return timeExperiment(executor, graphs, {
    ...{ rounds, served },
    onProgress: (done, total, samples) => tell({ device, done, total, samples }),
  });
}
