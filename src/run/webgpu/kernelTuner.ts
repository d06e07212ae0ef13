import type { TunedKernel } from '../device/executor';
import type { DevicePlan } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import type { Abilities, Candidate } from './kernelChoice';
import type { Pipelines } from './pipelines';
import type { PlanMemory } from './recording';
import { stepShape } from './stepShape';
import { stepTimer } from './stepTimer';
import { chosenFor, tuneKernels } from './tuning';
import type { TuningMemory } from './tuningMemory';

/** Finds and stores the fastest kernel for each shape of step on this adapter. */
export type KernelTuner = {
  /** Times the kernels of shapes that were never timed on this adapter. Does nothing where there is no GPU clock. */
  readonly tune: (plan: DevicePlan, memory: PlanMemory, options: TuningOptions) => Promise<void>;
  readonly chosenFor: (step: DeviceStep) => Candidate;
  /** The winners for a plan's shapes, as far as they were timed. */
  readonly winnersOf: (plan: DevicePlan) => readonly TunedKernel[];
};

export type TuningOptions = {
  /** Called with the number of shapes done and their total. */
  readonly onProgress: (done: number, total: number) => void;
  /** Stops tuning after the current shape; winners so far are stored. */
  readonly signal: AbortSignal | undefined;
};

/** Max delay before the first frame; shapes that are left are tuned on the next visit. */
const maxTuningMs = 10_000;

export type KernelTunerParts = {
  /** Winners stored for this adapter; null to use every step's first candidate. */
  readonly kept: TuningMemory | null;
  readonly pipelines: Pipelines;
  readonly abilities: Abilities;
};

export function kernelTuner(device: GPUDevice, { kept, pipelines, abilities }: KernelTunerParts): KernelTuner {
  const timer = kept === null ? null : stepTimer(device);
  const known = new Map<string, TunedKernel>();
  let recalled = false;
  return {
    tune: async (plan, memory, { onProgress, signal }) => {
      if (timer === null || kept === null) return;
      if (!recalled) for (const [shape, kernel] of await kept.recall()) known.set(shape, kernel);
      recalled = true;
      const endMs = performance.now() + maxTuningMs;
      const isOver = (): boolean => signal?.aborted === true || performance.now() > endMs;
      const found = await tuneKernels(plan, known, { device, pipelines, timer, memory, abilities, onProgress, isOver });
      for (const kernel of found) known.set(kernel.shape, kernel);
      if (found.length > 0) await kept.keep(found);
    },
    chosenFor: (step) => chosenFor(step, known, abilities),
    winnersOf: ({ steps }) =>
      [...new Set(steps.map(stepShape))].map((shape) => known.get(shape)).filter((kernel) => kernel !== undefined),
  };
}
