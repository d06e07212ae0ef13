import { success, type Result } from '../../nets/result';
import type { Clock, NetworkTimer } from '../device/networkTimer';
import { readableMs, repeatsToRead } from '../device/repeatsToRead';
import type { RunError } from '../errors/runError';

/** `alone`: each step by itself, repeated. `prefixes`: the network cut off after each step. */
export type TimingMethod = 'alone' | 'prefixes';

/** How the time of a network divides among its steps. Times are in milliseconds for one run. */
export type LayerTimes = {
  readonly method: TimingMethod;
  readonly clock: Clock;
  /** For each step: its nodes, its repeats per sample, and one sample per round. */
  readonly steps: readonly StepSamples[];
  /** With `prefixes`: the times of the first k steps, one for each round; row 0 is an empty run. Otherwise empty. */
  readonly prefixesMs: readonly (readonly number[])[];
  /** Whole runs back to back, without reading anything back. */
  readonly wholeMs: readonly number[];
};

export type StepSamples = {
  readonly ids: readonly string[];
  readonly repeats: number;
  /** Empty with `prefixes`. */
  readonly samplesMs: readonly number[];
};

export type LayerTiming = {
  /** `auto` times steps alone where the device has a clock for that. */
  readonly method: 'auto' | 'prefixes';
  readonly rounds: number;
  readonly onProgress: (done: number, total: number) => void;
};

const shortestRunMs = 10;
const maxRuns = 50;
/** More repeats of a step make its time no more exact. */
const maxRepeats = 2000;

/** Times every step. Each round covers the whole network, so that slow changes of the device affect all steps alike. */
export async function timeLayers(timer: NetworkTimer, timing: LayerTiming): Promise<Result<LayerTimes, RunError>> {
  const runs = await repeatsToRead((times) => timer.prefixMs(timer.steps.length, times), {
    wantedMs: readableMs(timer.prefixClock.resolutionMs, shortestRunMs),
    max: maxRuns,
  });
  if (!runs.ok) return runs;
  return timing.method === 'prefixes' || timer.stepClock === null
    ? timePrefixes(timer, timing, runs.value)
    : timeStepsAlone(timer, timer.stepClock, timing, runs.value);
}

async function timeStepsAlone(
  timer: NetworkTimer,
  clock: Clock,
  { rounds, onProgress }: LayerTiming,
  runs: number,
): Promise<Result<LayerTimes, RunError>> {
  const count = timer.steps.length;
  const tick = progressTicks((rounds + 1) * count, onProgress);
  const wantedMs = readableMs(clock.resolutionMs);
  const repeats: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const enough = await repeatsToRead((times) => timer.stepMs(step, times), { wantedMs, max: maxRepeats });
    if (!enough.ok) return enough;
    repeats.push(enough.value);
    tick();
  }
  const samples: number[][] = timer.steps.map(() => []);
  const wholeMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const whole = await timer.prefixMs(count, runs);
    if (!whole.ok) return whole;
    wholeMs.push(whole.value / runs);
    for (let step = 0; step < count; step += 1) {
      const times = repeats[step] ?? 1;
      const taken = await timer.stepMs(step, times);
      if (!taken.ok) return taken;
      samples[step]?.push(taken.value / times);
      tick();
    }
  }
  const steps = timer.steps.map((ids, step) => ({ ids, repeats: repeats[step] ?? 1, samplesMs: samples[step] ?? [] }));
  return success({ method: 'alone', clock, steps, prefixesMs: [], wholeMs });
}

/** Repeats every prefix equally often, so that the overhead of a run is the same in all and cancels. */
async function timePrefixes(
  timer: NetworkTimer,
  { rounds, onProgress }: LayerTiming,
  runs: number,
): Promise<Result<LayerTimes, RunError>> {
  const count = timer.steps.length;
  const tick = progressTicks(rounds * (count + 1), onProgress);
  const prefixesMs: number[][] = Array.from({ length: count + 1 }, () => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let length = 0; length <= count; length += 1) {
      const taken = await timer.prefixMs(length, runs);
      if (!taken.ok) return taken;
      prefixesMs[length]?.push(taken.value / runs);
      tick();
    }
  }
  return success({
    method: 'prefixes',
    clock: timer.prefixClock,
    steps: timer.steps.map((ids) => ({ ids, repeats: runs, samplesMs: [] })),
    prefixesMs,
    wholeMs: prefixesMs.at(-1) ?? [],
  });
}

function progressTicks(total: number, onProgress: (done: number, total: number) => void): () => void {
  let done = 0;
  return () => {
    done += 1;
    onProgress(done, total);
  };
}
