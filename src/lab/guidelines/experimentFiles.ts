import type { ExperimentSetting, Guideline, Variant } from '../../nets/explorables/guidelineExperiments';
import { paperDevices, variantsOf } from '../../nets/explorables/guidelineExperiments';
import { paperVerdict } from '../../nets/measurements/paperVerdict';
import type { Spread } from '../../nets/measurements/spread';
import { spreadOf } from '../../nets/measurements/spread';
import { costOf } from '../../nets/readings/cost';
import type { BackendChoice, DeviceReport } from '../../run/device/executor';

/** The result of an experiment on this device. */
export type ExperimentResult = {
  readonly guideline: Guideline;
  readonly setting: ExperimentSetting;
  /** As chosen; `device` has what that came to. */
  readonly backend: BackendChoice;
  /** As asked for; an experiment that was stopped has fewer. */
  readonly rounds: number;
  readonly device: DeviceReport;
  /** By variant, one time per finished round, in milliseconds. */
  readonly samplesMs: readonly (readonly number[])[];
  /** ISO 8601. */
  readonly date: string;
  /** As it calls itself. */
  readonly browser: string;
};

/** What a result answers: equal for the same question. */
export function questionOf({
  guideline,
  setting: { channelsOf, factor, resolution, blocks },
  backend,
  rounds,
}: Pick<ExperimentResult, 'guideline' | 'setting' | 'backend' | 'rounds'>): string {
  return JSON.stringify([guideline, backend, channelsOf, factor, resolution, blocks, rounds]);
}

/** A network of an experiment with its costs and its time on this device. */
export type TimedVariant = Variant & {
  readonly macs: number;
  readonly memoryAccess: number;
  readonly timeMs: Spread;
  /** Number of timed rounds; 0 before it has run. */
  readonly rounds: number;
};

export function timedVariants({ guideline, setting, samplesMs }: ExperimentResult): readonly TimedVariant[] {
  return untimedVariants(guideline, setting).map((variant, index) => {
    const ownMs = samplesMs[index] ?? [];
    return { ...variant, timeMs: spreadOf(ownMs), rounds: ownMs.length };
  });
}

/** The networks of an experiment before it has run: their times are NaN. */
export function untimedVariants(guideline: Guideline, setting: ExperimentSetting): readonly TimedVariant[] {
  return variantsOf(guideline, setting).map((variant) => {
    const { macs, memoryAccess } = costOf(variant.graph);
    return { ...variant, macs, memoryAccess, timeMs: { median: NaN, low: NaN, high: NaN }, rounds: 0 };
  });
}

/** The result as JSON text, with every sample and whether it agrees with the paper. */
export function experimentJson(result: ExperimentResult): string {
  const variants = timedVariants(result);
  const verdicts = Object.fromEntries(
    paperDevices.map((device) => [
      device,
      paperVerdict(variants.map(({ id, paper, timeMs }) => ({ id, paperSpeed: paper[device], time: timeMs }))),
    ]),
  );
  const { guideline, setting, device, samplesMs, date, browser, backend, rounds } = result;
  const networks = variants.map(({ id, macs, memoryAccess, timeMs, paper }, index) => ({
    id,
    macs,
    memoryAccess,
    timeMs,
    samplesMs: samplesMs[index] ?? [],
    paper,
  }));
  const asked = { setting, backend, rounds };
  return JSON.stringify({ kind: 'guideline', guideline, date, browser, device, ...asked, networks, verdicts }, null, 2);
}
