import { useState } from 'react';
import type { Guideline } from '../../../nets/explorables/guidelineExperiments';
import type { DeviceReport } from '../../../run/device/executor';
import { measureExperiment } from '../../../run/measure/measureJobs';
import type { ExperimentProgress } from '../../../run/measure/experimentTask';
import type { MeasurementState } from '../../running/measuring/useMeasurement';
import { useMeasurement } from '../../running/measuring/useMeasurement';
import type { ExperimentResult } from '../../../lab/guidelines/experimentFiles';
import type { ExperimentChoices } from './useExperimentChoices';
import { useExperimentChoices } from './useExperimentChoices';

/** The page's experiments; only one runs at a time. */
export type Experiments = {
  readonly choices: ExperimentChoices;
  /** The device that the chosen backend resolved to; null before the first run. */
  readonly device: DeviceReport | null;
  /** Results under the current settings, complete or not. */
  readonly resultOf: (guideline: Guideline) => ExperimentResult | undefined;
  readonly stateOf: (guideline: Guideline) => MeasurementState<ExperimentProgress>;
  readonly isBusy: boolean;
  readonly run: (guideline: Guideline) => void;
  readonly stop: () => void;
};

export function useExperiments(): Experiments {
  const choices = useExperimentChoices();
  const { state, start, stop } = useMeasurement<ExperimentProgress>();
  const [results, setResults] = useState<ReadonlyMap<string, ExperimentResult>>(new Map());
  const [latest, setLatest] = useState<{ readonly key: string; readonly device: DeviceReport | null } | null>(null);
  const keyOf = (guideline: Guideline): string =>
    JSON.stringify([guideline, choices.backend, choices.setting, choices.rounds]);

  const run = (guideline: Guideline): void => {
    const [key, task] = [keyOf(guideline), { guideline, setting: choices.setting, rounds: choices.rounds }];
    setLatest((before) => ({ key, device: before?.device ?? null }));
    start(
      ({ signal, onProgress }) =>
        measureExperiment(task, {
          backend: choices.backend,
          signal,
          onProgress: (progress) => {
            onProgress(progress);
            if (signal.aborted) return;
            const { device, samples } = progress;
            setLatest({ key, device });
            if (!samples.every((sample) => sample.length > 0)) return;
            const result = { ...task, device, samplesMs: samples, date: new Date().toISOString() };
            setResults((before) => new Map(before).set(key, result));
          },
        }),
      (samplesMs) => {
        setResults((before) => {
          const last = before.get(key);
          return last === undefined ? before : new Map(before).set(key, { ...last, samplesMs });
        });
      },
    );
  };

  return {
    choices,
    device: latest?.device ?? null,
    resultOf: (guideline) => results.get(keyOf(guideline)),
    stateOf: (guideline) => (latest?.key === keyOf(guideline) ? state : { kind: 'idle' }),
    isBusy: state.kind === 'running',
    run,
    stop,
  };
}
