import type { TunedKernel } from '../device/executor';
import type { DevicePlan } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import type { Abilities, Candidate } from './kernelChoice';
import type { Pipelines } from './pipelines';
import type { PlanMemory } from './recording';
import { stepShape } from './stepShape';
import { stepTimer } from './stepTimer';
import { chosenFor, tuned } from './tuning';
import type { TuningMemory } from './tuningMemory';

/** Knows the best kernel for every shape of step that was met on this adapter, now or on an earlier visit. */
export type KernelTuner = {
  /** Times the shapes of a plan that are not known yet. Changes nothing where there is no clock. */
  readonly tune: (plan: DevicePlan, memory: PlanMemory, options: TuningOptions) => Promise<void>;
  readonly chosenFor: (step: DeviceStep) => Candidate;
  /** What is known of a plan's shapes. */
  readonly known: (plan: DevicePlan) => readonly TunedKernel[];
};

export type TuningOptions = {
  /** Called with the shapes done and the shapes in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Ends the tuning after the shape that is being timed; what was found is kept. */
  readonly signal: AbortSignal | undefined;
};

/** Nobody waits longer than this for a first picture; what is not tuned by then is at the next visit. */
const mostTuningMs = 10_000;

export type KernelTunerParts = {
  /** The memory of this adapter; null to take every step's first candidate. */
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
      const endMs = performance.now() + mostTuningMs;
      const isOver = (): boolean => signal?.aborted === true || performance.now() > endMs;
      const found = await tuned(plan, known, { device, pipelines, timer, memory, abilities, onProgress, isOver });
      for (const kernel of found) known.set(kernel.shape, kernel);
      if (found.length > 0) await kept.keep(found);
    },
    chosenFor: (step) => chosenFor(step, known, abilities),
    known: ({ steps }) =>
      [...new Set(steps.map(stepShape))].map((shape) => known.get(shape)).filter((kernel) => kernel !== undefined),
  };
}
