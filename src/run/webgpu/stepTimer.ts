import { clockStep } from '../device/clockResolution';
import { replay, type RecordedStep } from './recording';

/** Times dispatches by GPU timestamps. */
export type StepTimer = {
  /** The time of each step, as the mean of `repeats` runs in a row. */
  readonly timesMs: (steps: readonly RecordedStep[], repeats: number) => Promise<readonly number[]>;
  /** The resolution of the clock, from its readings around these steps. */
  readonly resolutionMs: (steps: readonly RecordedStep[]) => Promise<number>;
};

/** Steps per submission, with two timestamps each: a query set holds at most 4096. */
const stepsPerBatch = 1024;
const timestampBytes = 8;

/** Null where the device has no timestamps. */
export function stepTimer(device: GPUDevice): StepTimer | null {
  if (!device.features.has('timestamp-query')) return null;
  return {
    timesMs: async (steps, repeats) => {
      const timesMs: number[] = [];
      for (let first = 0; first < steps.length; first += stepsPerBatch) {
        const batch = steps.slice(first, first + stepsPerBatch);
        const nanoseconds = await readTimestamps(device, batch, repeats);
        timesMs.push(...batch.map((_, index) => stepNanoseconds(nanoseconds, index) / 1e6 / repeats));
      }
      return timesMs;
    },
    resolutionMs: async (steps) =>
      Number(clockStep(await readTimestamps(device, steps.slice(0, stepsPerBatch), 1))) / 1e6,
  };
}

/** The time of the step at `index` in nanoseconds, at least 0: a clock that is reset in between runs backwards. */
function stepNanoseconds(nanoseconds: readonly bigint[], index: number): number {
  return Math.max(0, Number((nanoseconds[index * 2 + 1] ?? 0n) - (nanoseconds[index * 2] ?? 0n)));
}

/**
 * Timestamps before and after each step, in nanoseconds. Each step has a pass of its own, since WebGPU writes
 * timestamps at the start and end of a pass.
 */
async function readTimestamps(
  device: GPUDevice,
  steps: readonly RecordedStep[],
  repeats: number,
): Promise<readonly bigint[]> {
  const count = steps.length * 2;
  const bytes = count * timestampBytes;
  const querySet = device.createQuerySet({ type: 'timestamp', count });
  const resolved = device.createBuffer({ size: bytes, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
  const readback = device.createBuffer({ size: bytes, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  try {
    const encoder = device.createCommandEncoder();
    for (const [index, step] of steps.entries()) {
      const pass = encoder.beginComputePass({
        timestampWrites: { querySet, beginningOfPassWriteIndex: index * 2, endOfPassWriteIndex: index * 2 + 1 },
      });
      replay(
        pass,
        Array.from({ length: repeats }, () => step),
      );
      pass.end();
    }
    encoder.resolveQuerySet(querySet, 0, count, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readback, 0, bytes);
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(GPUMapMode.READ);
    return [...new BigInt64Array(readback.getMappedRange())];
  } finally {
    querySet.destroy();
    resolved.destroy();
    readback.destroy();
  }
}
