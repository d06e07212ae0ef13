import type { TunedKernel } from '../executor';
import type { DevicePlan } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import type { Candidate } from './kernelChoice';
import type { Pipelines } from './pipelines';
import type { PlanMemory } from './recording';
import { stepShape } from './stepShape';
import { stepTimer } from './stepTimer';
import { chosenFor, tuned } from './tuning';
import { tuningMemory } from './tuningMemory';

/** Knows the best kernel for every shape of step that was met on this adapter, now or on an earlier visit. */
export type KernelTuner = {
  /** Times the shapes of a plan that are not known yet. Changes nothing where there is no clock. */
  readonly tune: (
    plan: DevicePlan,
    memory: PlanMemory,
    onProgress: (done: number, total: number) => void,
  ) => Promise<void>;
  readonly chosenFor: (step: DeviceStep) => Candidate;
  /** What is known of a plan's shapes. */
  readonly known: (plan: DevicePlan) => readonly TunedKernel[];
};

/** @param adapter what tells one graphics processor from another; null to take every step's first candidate */
export function kernelTuner(device: GPUDevice, adapter: string | null, pipelines: Pipelines): KernelTuner {
  const timer = adapter === null ? null : stepTimer(device);
  const kept = adapter === null ? null : tuningMemory(adapter);
  const known = new Map<string, TunedKernel>();
  let recalled = false;
  return {
    tune: async (plan, memory, onProgress) => {
      if (timer === null || kept === null) return;
      if (!recalled) for (const [shape, kernel] of await kept.recall()) known.set(shape, kernel);
      recalled = true;
      const found = await tuned(plan, known, { device, pipelines, timer, memory, onProgress });
      for (const kernel of found) known.set(kernel.shape, kernel);
      if (found.length > 0) await kept.keep(found);
    },
    chosenFor: (step) => chosenFor(step, known),
    known: ({ steps }) =>
      [...new Set(steps.map(stepShape))].map((shape) => known.get(shape)).filter((kernel) => kernel !== undefined),
  };
}
