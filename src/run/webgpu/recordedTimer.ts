import { failure, success, type Result } from '../../nets/result';
import { wallClockResolutionMs } from '../device/clockResolution';
import type { NetworkTimer } from '../device/networkTimer';
import type { RunError } from '../errors/runError';
import type { WebgpuDevice } from '../tfjs/webgpuDevice';
import { dispatchesByLayer } from './dispatchesByLayer';
import { replay, type RecordedStep } from './recording';
import { stepTimer } from './stepTimer';

/**
 * Times the dispatches of a recorded network: the same ones that a frame replays.
 * @param writeInput writes the image where the first dispatch reads it; a run may overwrite it
 */
export async function recordedTimer(
  device: WebgpuDevice,
  steps: readonly RecordedStep[],
  writeInput: () => void,
): Promise<NetworkTimer> {
  const { gpu } = device;
  const layers = dispatchesByLayer(steps.map(({ step }) => step.ids));
  const clock = stepTimer(gpu);
  const checked = async (commands: () => Promise<number>): Promise<Result<number, RunError>> => {
    await device.idle();
    const { value, verdict } = device.scoped(commands);
    const takenMs = await value;
    const refused = await verdict;
    return refused === null ? success(takenMs) : failure(refused);
  };
  return {
    steps: layers.map(({ ids }) => ids),
    stepClock: clock === null ? null : { kind: 'timestamps', resolutionMs: await clock.resolutionMs(steps) },
    prefixClock: { kind: 'wall', resolutionMs: wallClockResolutionMs() },
    stepMs: async (index, times) => {
      const layer = layers[index];
      if (clock === null || layer === undefined)
        return failure({ code: 'workerFailed', detail: `timer: no step ${String(index)} to time alone` });
      if (index === 0) writeInput();
      return checked(async () => {
        const dispatchesMs = await clock.timesMs(steps.slice(layer.from, layer.to), times);
        return times * dispatchesMs.reduce((sum, ms) => sum + ms, 0);
      });
    },
    prefixMs: (count, times) => {
      const prefix = steps.slice(0, count === 0 ? 0 : layers[count - 1]?.to);
      writeInput();
      return checked(async () => {
        const begin = performance.now();
        const encoder = gpu.createCommandEncoder();
        const pass = encoder.beginComputePass();
        for (let run = 0; run < times; run += 1) replay(pass, prefix);
        pass.end();
        gpu.queue.submit([encoder.finish()]);
        await device.idle();
        return performance.now() - begin;
      });
    },
  };
}
