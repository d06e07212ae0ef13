import type { ExperimentSetting, Guideline, Variant } from '../../nets/explorables/guidelineExperiments';
import { paperDevices, variantsOf } from '../../nets/explorables/guidelineExperiments';
import { paperVerdict } from '../../nets/measurements/paperVerdict';
import type { Spread } from '../../nets/measurements/spread';
import { spreadOf } from '../../nets/measurements/spread';
import { costOf } from '../../nets/readings/cost';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import type { DeviceReport } from '../../run/device/executor';

/** What an experiment gave on this device. */
export type ExperimentResult = {
  readonly guideline: Guideline;
  readonly setting: ExperimentSetting;
  readonly device: DeviceReport;
  /** For every variant, a time for each finished round, in milliseconds. */
  readonly samplesMs: readonly (readonly number[])[];
  /** ISO 8601. */
  readonly date: string;
};

/** A network of an experiment with its costs and its time here. */
export type TimedVariant = Variant & {
  readonly macs: number;
  readonly memoryAccess: number;
  readonly timeMs: Spread;
};

export function timedVariants({ guideline, setting, samplesMs }: ExperimentResult): readonly TimedVariant[] {
  return variantsOf(guideline, setting).map((variant, index) => {
    const { macs, memoryAccess } = costOf(variant.graph);
    return { ...variant, macs, memoryAccess, timeMs: spreadOf(samplesMs[index] ?? []) };
  });
}

/** The result as a table: one header line, then a network a line. */
export function experimentRows(result: ExperimentResult): readonly SheetRow[] {
  const { guideline, setting, device } = result;
  return [
    [
      'guideline',
      'variant',
      'backend',
      'adapter',
      'resolution',
      'blocks',
      'MACs',
      'memory access cost',
      'rounds',
      'median ms',
      'low quartile ms',
      'high quartile ms',
      'runs per second',
      'paper GPU',
      'paper ARM',
    ],
    ...timedVariants(result).map(({ id, macs, memoryAccess, timeMs, paper }, index) => [
      guideline.toUpperCase(),
      id,
      device.backend,
      device.adapter,
      setting.resolution,
      setting.blocks,
      macs,
      memoryAccess,
      result.samplesMs[index]?.length ?? 0,
      rounded(timeMs.median),
      rounded(timeMs.low),
      rounded(timeMs.high),
      rounded(1000 / timeMs.median),
      paper.gpu,
      paper.arm,
    ]),
  ];
}

/** The result with every sample and what it says to the paper, as JSON text. */
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

/** Four significant digits: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
