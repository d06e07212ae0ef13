import type { ExperimentSetting, Guideline, Variant } from '../../nets/explorables/guidelineExperiments';
import { paperDevices, variantsOf } from '../../nets/explorables/guidelineExperiments';
import { paperVerdict } from '../../nets/measurements/paperVerdict';
import type { Spread } from '../../nets/measurements/spread';
import { spreadOf } from '../../nets/measurements/spread';
import { costOf } from '../../nets/readings/cost';
import type { DeviceReport } from '../../run/device/executor';

/** The result of an experiment on this device. */
export type ExperimentResult = {
  readonly guideline: Guideline;
  readonly setting: ExperimentSetting;
  readonly device: DeviceReport;
  /** By variant, one time per finished round, in milliseconds. */
  readonly samplesMs: readonly (readonly number[])[];
  /** ISO 8601. */
  readonly date: string;
};

/** A network of an experiment with its costs and its time on this device. */
export type TimedVariant = Variant & {
  readonly macs: number;
  readonly memoryAccess: number;
  readonly timeMs: Spread;
  /** Number of timed rounds. */
  readonly rounds: number;
};

export function timedVariants({ guideline, setting, samplesMs }: ExperimentResult): readonly TimedVariant[] {
  return variantsOf(guideline, setting).map((variant, index) => {
    const { macs, memoryAccess } = costOf(variant.graph);
    const ownMs = samplesMs[index] ?? [];
    return { ...variant, macs, memoryAccess, timeMs: spreadOf(ownMs), rounds: ownMs.length };
  });
}

/** The result as JSON text, with every sample and whether it agrees with the paper. */
export function experimentJson(result: ExperimentResult, browser: string): string {
  const variants = timedVariants(result);
  const verdicts = Object.fromEntries(
    paperDevices.map((device) => [
      device,
      paperVerdict(variants.map(({ id, paper, timeMs }) => ({ id, paperSpeed: paper[device], time: timeMs }))),
    ]),
  );
  const { guideline, setting, device, samplesMs, date } = result;
  const networks = variants.map(({ id, macs, memoryAccess, timeMs, paper }, index) => ({
    id,
    macs,
    memoryAccess,
    timeMs,
    samplesMs: samplesMs[index] ?? [],
    paper,
  }));
  return JSON.stringify({ kind: 'guideline', guideline, date, browser, device, setting, networks, verdicts }, null, 2);
}
