import { success } from '../../nets/result';
import type { TunedKernel } from '../device/executor';
import { readableMs, repeatsToRead } from '../device/repeatsToRead';
import { agreementOn, bytesOf, type Agreement } from './agreement';
import type { DevicePlan } from './devicePlan';
import { readsOf, type DeviceStep } from './deviceStep';
import { candidatesOf, type Abilities, type Candidate } from './kernelChoice';
import type { Pipelines } from './pipelines';
import { recordedStep, type PlanMemory, type RecordedStep } from './recording';
import { stepShape } from './stepShape';
import type { StepTimer } from './stepTimer';

export type TuningParts = {
  readonly device: GPUDevice;
  readonly pipelines: Pipelines;
  readonly timer: StepTimer;
  readonly memory: PlanMemory;
  readonly abilities: Abilities;
  /** Called with the shapes done and the shapes in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Whether to stop before the next shape. */
  readonly isOver: () => boolean;
};

/** How many readings of a candidate are taken: the shortest counts, as nothing makes it shorter. */
const rounds = 2;

/** More runs in a row make no time more exact. */
const mostRepeats = 1000;

/**
 * Times the candidates of every shape that is not `known` yet, where it will run. One that does not give what the first
 * candidate gives is out of it, however fast: a shader that the device gets wrong, or drops, is often the fastest.
 */
export async function tuned(
  { steps }: DevicePlan,
  known: ReadonlyMap<string, TunedKernel>,
  { device, pipelines, timer, memory, abilities, onProgress, isOver }: TuningParts,
): Promise<readonly TunedKernel[]> {
  const shapes = new Map(steps.map((step) => [stepShape(step), step]));
  const unknown = [...shapes].filter(([shape]) => !known.has(shape));
  if (unknown.length === 0) return [];
  const agreement = agreementOn(device, memory, Math.max(...steps.flatMap(readsOf).map(bytesOf)));
  const found: TunedKernel[] = [];
  try {
    for (const [shape, step] of unknown) {
      if (isOver()) break;
      const candidates = candidatesOf(step, abilities);
      const recorded = await recordedCandidates(step, candidates, { device, pipelines, memory });
      const fit = await fitCandidates(recorded, agreement);
      found.push(await timedKernel(shape, candidates, fit, timer));
      onProgress(found.length, unknown.length);
    }
  } finally {
    agreement.dispose();
  }
  return found;
}

type RecordedCandidate = { readonly candidate: Candidate; readonly recorded: RecordedStep };

/** Without those whose shader the device refuses; the first is the one that the network runs on otherwise. */
async function recordedCandidates(
  step: DeviceStep,
  candidates: readonly Candidate[],
  { device, pipelines, memory }: Pick<TuningParts, 'device' | 'pipelines' | 'memory'>,
): Promise<readonly RecordedCandidate[]> {
  const made = await Promise.all(
    candidates.map(async (candidate, index) => {
      const pipeline = pipelines.pipelineOf(candidate.program.code);
      const accepted = index === 0 ? await pipeline : await pipeline.catch(() => null);
      return accepted === null
        ? []
        : [{ candidate, recorded: recordedStep(device, step, candidate.program, accepted, memory) }];
    }),
  );
  return made.flat();
}

async function fitCandidates(
  candidates: readonly RecordedCandidate[],
  agreement: Agreement,
): Promise<readonly RecordedCandidate[]> {
  if (candidates.length < 2) return candidates;
  const verdicts = await agreement.verdicts(
    candidates.map(({ recorded }) => recorded),
    candidates.map(({ candidate }) => candidate.tolerance),
  );
  return candidates.filter((_, index) => verdicts[index]);
}

async function timedKernel(
  shape: string,
  candidates: readonly Candidate[],
  fit: readonly RecordedCandidate[],
  timer: StepTimer,
): Promise<TunedKernel> {
  const steps = fit.map(({ recorded }) => recorded);
  const shortest = fit.map(() => Infinity);
  const repeats = fit.length > 1 ? await repeatsOf(steps, timer) : 0;
  for (let round = 0; round < rounds && repeats > 0; round += 1) {
    const timesMs = await timer.timesMs(steps, repeats);
    for (const [index, ms] of timesMs.entries()) shortest[index] = Math.min(shortest[index] ?? ms, ms);
  }
  const names = fit.map(({ candidate }) => candidate.name);
  const best = shortest.indexOf(Math.min(...shortest));
  return {
    shape,
    kernel: names[best] ?? '',
    timesMs: Object.fromEntries(names.map((name, index) => [name, shortest[index] ?? 0])),
    wrong: candidates.map(({ name }) => name).filter((name) => !names.includes(name)),
  };
}

/**
 * How often every candidate runs in a row, so that a reading of the first is long beside the steps of the clock: browsers
 * coarsen it to a tenth of a millisecond, which is longer than many a kernel takes. The tries also pay for what the device
 * sets up late.
 */
async function repeatsOf(steps: readonly RecordedStep[], timer: StepTimer): Promise<number> {
  const wantedMs = readableMs(await timer.resolutionMs([...steps, ...steps, ...steps]));
  const takenMs = async (times: number): Promise<number> => times * ((await timer.timesMs(steps, times))[0] ?? 0);
  const repeats = await repeatsToRead(async (times) => success(await takenMs(times)), { wantedMs, most: mostRepeats });
  return repeats.ok ? repeats.value : 1;
}

/** The candidate that won, or the first when nothing is known of the step's shape. */
export function chosenFor(step: DeviceStep, known: ReadonlyMap<string, TunedKernel>, abilities: Abilities): Candidate {
  const candidates = candidatesOf(step, abilities);
  const kernel = known.get(stepShape(step))?.kernel;
  return candidates.find(({ name }) => name === kernel) ?? candidates[0];
}
