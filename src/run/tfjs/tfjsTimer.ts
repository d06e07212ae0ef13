import { failure, success, type Result } from '../../nets/result';
import { elementCount } from '../../nets/op';
import { wallClockResolutionMs } from '../clockResolution';
import type { NetworkTimer } from '../networkTimer';
import type { PlanStep } from '../plan';
import type { RunError } from '../runError';
import type { MapTensor } from './kernels';
import type { TfjsDevice } from './tfjsDevice';
import type { TfjsNetwork } from './tfjsNetwork';

/** Turns what a backend throws into a value. */
type Attempt = <T>(action: () => Promise<Result<T, RunError>>) => Promise<Result<T, RunError>>;

/** Bytes of results that a backend may hold at once: it frees them only when the commands have been submitted. */
const repeatedBytes = 128 * 2 ** 20;

/** A command more in one go than this makes no time more exact. */
const mostRepeats = 200;

/** Times a network on a tfjs device. Owns `input` and frees it. Throws what the backend throws. */
export async function tfjsTimer(
  device: TfjsDevice,
  network: TfjsNetwork,
  input: MapTensor,
  attempt: Attempt,
): Promise<NetworkTimer> {
  const stepClock = await device.stepClock();
  /** Kept from the first step that is timed alone on: prefixes need no value kept. */
  let values: ReadonlyMap<string, MapTensor> | null = null;
  const taken = (commands: () => void, time: (run: () => void) => Promise<number>) =>
    attempt(async () => {
      await device.idle();
      const { value, verdict } = device.checked(() => time(commands));
      const timeMs = await value;
      const refused = await verdict;
      return refused === null ? success(timeMs) : failure(refused);
    });
  const untilIdle = async (commands: () => void): Promise<number> => {
    const begin = performance.now();
    commands();
    device.flush();
    await device.idle();
    return performance.now() - begin;
  };
  return {
    steps: network.steps.map(({ node, result }) => (node === result ? [node.id] : [node.id, result.id])),
    stepClock: stepClock?.clock ?? null,
    prefixClock: { kind: 'wall', resolutionMs: wallClockResolutionMs() },
    mostRepeats: (step) => repeatsThatFit(network.steps[step]),
    stepMs: async (index, times) => {
      const step = network.steps[index];
      if (stepClock === null || step === undefined)
        return failure({ code: 'workerFailed', detail: `timer: no step ${String(index)} to time alone` });
      const kept = (values ??= network.allValues(input));
      return taken(() => {
        for (let run = 0; run < times; run += 1) network.computeStep(step, kept).dispose();
      }, stepClock.time);
    },
    prefixMs: (count, times) =>
      taken(() => {
        for (let run = 0; run < times; run += 1) network.replayPrefix(input, count);
      }, untilIdle),
    dispose: () => {
      for (const value of values?.values() ?? []) value.dispose();
      input.dispose();
    },
  };
}

/** A step may make tensors on the way to its result: the slices of a grouped convolution, a padded map. */
function repeatsThatFit(step: PlanStep | undefined): number {
  if (step === undefined) return 1;
  const read = step.node.inputs.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  const bytes = 4 * (read + 2 * elementCount(step.node.shape));
  return Math.max(1, Math.min(mostRepeats, Math.floor(repeatedBytes / bytes)));
}
