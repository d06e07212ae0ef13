import { replay, type RecordedStep } from './recording';

/** Times dispatches by the device's own clock. */
export type StepTimer = {
  /** Milliseconds of each step, the mean over `repeats` of it in a row. */
  readonly timesMs: (steps: readonly RecordedStep[], repeats: number) => Promise<readonly number[]>;
};

/** Timestamps of one submission: a query set holds at most 4096. */
const stepsPerBatch = 1024;
const timestampBytes = 8;

/** Null when the device has no clock that can be read. */
export function stepTimer(device: GPUDevice): StepTimer | null {
  if (!device.features.has('timestamp-query')) return null;
  return {
    timesMs: async (steps, repeats) => {
      const timesMs: number[] = [];
      for (let first = 0; first < steps.length; first += stepsPerBatch) {
        timesMs.push(...(await batchTimesMs(device, steps.slice(first, first + stepsPerBatch), repeats)));
      }
      return timesMs;
    },
  };
}

/** A pass for each step, because a pass is what timestamps begin and end. */
async function batchTimesMs(
  device: GPUDevice,
  steps: readonly RecordedStep[],
  repeats: number,
): Promise<readonly number[]> {
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
    const nanoseconds = new BigInt64Array(readback.getMappedRange());
    return steps.map(
      (_, index) => Number((nanoseconds[index * 2 + 1] ?? 0n) - (nanoseconds[index * 2] ?? 0n)) / 1e6 / repeats,
    );
  } finally {
    querySet.destroy();
    resolved.destroy();
    readback.destroy();
  }
}
