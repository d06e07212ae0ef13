import { useState } from 'react';
import type { Guideline } from '../../../nets/explorables/guidelineExperiments';
import type { DeviceReport } from '../../../run/device/executor';
import { measureExperiment } from '../../../run/measure/measureJobs';
import type { ExperimentProgress } from '../../../run/measure/experimentTask';
import type { MeasurementState } from '../../running/measuring/useMeasurement';
import { useMeasurement } from '../../running/measuring/useMeasurement';
import { questionOf, type ExperimentResult } from '../../../lab/guidelines/experimentFiles';
import { experimentShelf } from '../../../lab/guidelines/experimentShelf';
import type { KeptResults } from '../../../lab/measured/keptResults';
import { useKeptResults } from '../../running/measuring/useKeptResults';
import type { ExperimentChoices } from './useExperimentChoices';
import { useExperimentChoices } from './useExperimentChoices';

/** The page's experiments; only one runs at a time. */
export type Experiments = {
  readonly choices: ExperimentChoices;
  /** The device that the chosen backend resolved to; null before the first run. */
  readonly device: DeviceReport | null;
  readonly kept: KeptResults<ExperimentResult>;
  /** The latest result under the current settings, complete or not; where there is none, the latest under others. */
  readonly resultOf: (guideline: Guideline) => ExperimentResult | undefined;
  /** Whether a result is of the current settings. */
  readonly isOfChoices: (result: ExperimentResult) => boolean;
  readonly stateOf: (guideline: Guideline) => MeasurementState<ExperimentProgress>;
  readonly isBusy: boolean;
  readonly run: (guideline: Guideline) => void;
  readonly stop: () => void;
};

export function useExperiments(): Experiments {
  const choices = useExperimentChoices();
  const { state, start, stop } = useMeasurement<ExperimentProgress>();
  const kept = useKeptResults(experimentShelf);
  /** Runs that are not done, or were stopped: they take the place of what is kept. */
  const [unfinished, setUnfinished] = useState<ReadonlyMap<Guideline, ExperimentResult>>(new Map());
  const [latest, setLatest] = useState<{ readonly key: string; readonly device: DeviceReport | null } | null>(null);
  const { backend, setting, rounds } = choices;
  const keyOf = (guideline: Guideline): string => questionOf({ guideline, backend, setting, rounds });

  const run = (guideline: Guideline): void => {
    const [key, task] = [keyOf(guideline), { guideline, setting, rounds }];
    let result: ExperimentResult | null = null;
    setLatest((before) => ({ key, device: before?.device ?? null }));
    const drop = (): void => setUnfinished((before) => new Map([...before].filter(([other]) => other !== guideline)));
    drop();
    start(
      ({ signal, onProgress }) =>
        measureExperiment(task, {
          backend,
          signal,
          onProgress: (progress) => {
            onProgress(progress);
            if (signal.aborted) return;
            const { device, samples } = progress;
            setLatest({ key, device });
            if (!samples.every((sample) => sample.length > 0)) return;
            const soFar = {
              ...{ ...task, backend, device, samplesMs: samples },
              ...{ date: new Date().toISOString(), browser: navigator.userAgent },
            };
            result = soFar;
            setUnfinished((before) => new Map(before).set(guideline, soFar));
          },
        }),
      (samplesMs) => {
        if (result !== null) kept.add({ ...result, samplesMs });
        drop();
      },
    );
  };

  return {
    choices,
    kept,
    device: latest?.device ?? null,
    resultOf: (guideline) => {
      const results = [...kept.results, ...unfinished.values()].filter((result) => result.guideline === guideline);
      return results.findLast((result) => questionOf(result) === keyOf(guideline)) ?? results.at(-1);
    },
    isOfChoices: (result) => questionOf(result) === keyOf(result.guideline),
    stateOf: (guideline) => (latest?.key === keyOf(guideline) ? state : { kind: 'idle' }),
    isBusy: state.kind === 'running',
    run,
    stop,
  };
}
