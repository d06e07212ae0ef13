import type { TunedKernel } from '../executor';
import type { DevicePlan } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import { candidatesOf, type Candidate } from './kernelChoice';
import type { Pipelines } from './pipelines';
import { recordedStep, type PlanMemory } from './recording';
import { stepShape } from './stepShape';
import type { StepTimer } from './stepTimer';

export type TuningParts = {
  readonly device: GPUDevice;
  readonly pipelines: Pipelines;
  readonly timer: StepTimer;
  readonly memory: PlanMemory;
  /** Called with the shapes done and the shapes in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Whether to stop before the next shape. */
  readonly isOver: () => boolean;
};

/** How often a candidate runs in a row, and how many rows are timed: the shortest counts, as nothing makes it shorter. */
const repeats = 4;
const rounds = 2;

/** Times the candidates of every shape that is not `known` yet, where it will run and on what it will read. */
export async function tuned(
  { steps }: DevicePlan,
  known: ReadonlyMap<string, TunedKernel>,
  { device, pipelines, timer, memory, onProgress, isOver }: TuningParts,
): Promise<readonly TunedKernel[]> {
  const shapes = new Map(steps.map((step) => [stepShape(step), step]));
  const unknown = [...shapes].filter(([shape]) => !known.has(shape));
  const found: TunedKernel[] = [];
  for (const [shape, step] of unknown) {
    if (isOver()) break;
    const candidates = candidatesOf(step);
    const recorded = await Promise.all(
      candidates.map(async ({ program }) =>
        recordedStep(device, step, program, await pipelines.pipelineOf(program.code), memory),
      ),
    );
    const shortest = candidates.map(() => Infinity);
    // The first round pays for what the device sets up late.
    for (let round = 0; round <= rounds && candidates.length > 1; round += 1) {
      const timesMs = await timer.timesMs(recorded, repeats);
      if (round > 0) for (const [index, ms] of timesMs.entries()) shortest[index] = Math.min(shortest[index] ?? ms, ms);
    }
    found.push(winner(shape, candidates, shortest));
    onProgress(found.length, unknown.length);
  }
  return found;
}

function winner(shape: string, candidates: readonly Candidate[], timesMs: readonly number[]): TunedKernel {
  const best = timesMs.indexOf(Math.min(...timesMs));
  return {
    shape,
    kernel: candidates[best]?.name ?? '',
    timesMs: Object.fromEntries(candidates.map(({ name }, index) => [name, timesMs[index] ?? 0])),
  };
}

/** The candidate that won, or the first when nothing is known of the step's shape. */
export function chosenFor(step: DeviceStep, known: ReadonlyMap<string, TunedKernel>): Candidate {
  const candidates = candidatesOf(step);
  const kernel = known.get(stepShape(step))?.kernel;
  return candidates.find(({ name }) => name === kernel) ?? candidates[0];
}
