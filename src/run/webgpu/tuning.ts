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
  /** Called with the number of shapes done and their total. */
  readonly onProgress: (done: number, total: number) => void;
  /** Asked before each shape. */
  readonly isOver: () => boolean;
};

/** Readings per candidate. The shortest counts: interference only makes a reading longer. */
const rounds = 2;

/** More runs in a row make a time no more exact. */
const maxRepeats = 1000;

/**
 * Times the candidates of every shape that is not `known` yet, in the memory where they will run. A candidate whose
 * result differs from the first one's is left out: a shader that the device computes wrongly, or drops, is often the
 * fastest.
 */
export async function tuneKernels(
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
      const recorded = await recordCandidates(step, candidates, { device, pipelines, memory });
      const agreeing = await agreeingCandidates(recorded, agreement);
      found.push(await timeCandidates(shape, candidates, agreeing, timer));
      onProgress(found.length, unknown.length);
    }
  } finally {
    agreement.dispose();
  }
  return found;
}

type RecordedCandidate = { readonly candidate: Candidate; readonly recorded: RecordedStep };

/** Records the candidates whose shader the device accepts. The first must be accepted: the network falls back to it. */
async function recordCandidates(
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

/** The candidates that compute what the first one computes. */
async function agreeingCandidates(
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

/** Times the candidates in turn and picks the fastest. */
async function timeCandidates(
  shape: string,
  candidates: readonly Candidate[],
  agreeing: readonly RecordedCandidate[],
  timer: StepTimer,
): Promise<TunedKernel> {
  const steps = agreeing.map(({ recorded }) => recorded);
  const shortest = agreeing.map(() => Infinity);
  const repeats = agreeing.length > 1 ? await calibrateRepeats(steps, timer) : 0;
  for (let round = 0; round < rounds && repeats > 0; round += 1) {
    const timesMs = await timer.timesMs(steps, repeats);
    for (const [index, ms] of timesMs.entries()) shortest[index] = Math.min(shortest[index] ?? ms, ms);
  }
  const names = agreeing.map(({ candidate }) => candidate.name);
  const best = shortest.indexOf(Math.min(...shortest));
  return {
    shape,
    kernel: names[best] ?? '',
    timesMs: Object.fromEntries(names.map((name, index) => [name, shortest[index] ?? 0])),
    wrong: candidates.map(({ name }) => name).filter((name) => !names.includes(name)),
  };
}

/**
 * Finds how many runs in a row make a reading long compared to the clock's resolution: browsers coarsen the clock to
 * 0.1 ms, and many kernels take less. These runs also warm up the device.
 */
async function calibrateRepeats(steps: readonly RecordedStep[], timer: StepTimer): Promise<number> {
  const wantedMs = readableMs(await timer.resolutionMs([...steps, ...steps, ...steps]));
  const takenMs = async (times: number): Promise<number> => times * ((await timer.timesMs(steps, times))[0] ?? 0);
  const repeats = await repeatsToRead(async (times) => success(await takenMs(times)), { wantedMs, max: maxRepeats });
  return repeats.ok ? repeats.value : 1;
}

/** The candidate that won, or the first where the step's shape was not timed. */
export function chosenFor(step: DeviceStep, known: ReadonlyMap<string, TunedKernel>, abilities: Abilities): Candidate {
  const candidates = candidatesOf(step, abilities);
  const kernel = known.get(stepShape(step))?.kernel;
  return candidates.find(({ name }) => name === kernel) ?? candidates[0];
}
